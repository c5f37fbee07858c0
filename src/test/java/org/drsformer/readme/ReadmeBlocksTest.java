package org.drsformer.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.drsformer.cli.OptionReference;
import org.drsformer.macro.FunctionReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The code blocks of the README. Calls of the program run in a sandbox, except training, whose arguments are checked;
 * macros (ijm) run without a window; Java is compiled. Blocks of a build tool, of a cluster's scheduler and with
 * placeholders do not run.
 */
class ReadmeBlocksTest {

	private static final Set<String> LANGUAGES = Set.of("", "bash", "sh", "ijm", "java", "groovy", "bibtex", "xml",
		"yaml", "json", "text", "python");
	/** These would take too long. */
	private static final Set<String> LONG = Set.of("train", "doctor");

	private static final Readme README = Readme.ofProject();

	@TempDir
	private Path folder;

	@Test
	void everyBlockSaysWhatItIs() {
		assertEquals(List.of(),
			README.blocks()
				.stream()
				.map(Readme.Block::language)
				.filter(language -> !LANGUAGES.contains(language))
				.toList(),
			"languages of code blocks that no test knows: ijm is the macro language, none a command line");
	}

	@Test
	void callsOfTheProgramRun() throws IOException {
		final Sandbox sandbox = new Sandbox(folder);
		sandbox.fill();
		final List<List<String>> calls = README.blocks()
			.stream()
			.filter(block -> Set.of("", "bash", "sh").contains(block.language()))
			.flatMap(block -> CommandLines.in(block, folder.resolve("deraining.pth")).stream())
			.toList();
		assertFalse(calls.isEmpty());
		final List<String> failures = new ArrayList<>();
		// what imports a model comes first: others use its name
		sandbox.asFiji(() -> {
			calls.stream()
				.filter(ReadmeBlocksTest::imports)
				.forEach(call -> failures.add(OptionReference.run(folder, call)));
			calls.stream()
				.filter(call -> !imports(call))
				.forEach(call -> failures
					.add(LONG.contains(call.get(0)) ? OptionReference.complaint(call.toArray(String[]::new))
						: OptionReference.run(folder, call)));
		});
		failures.removeIf(String::isEmpty);
		assertEquals(List.of(), failures);
	}

	private static boolean imports(final List<String> call) {
		return call.size() > 1 && call.get(1).equals("import");
	}

	@Test
	void macrosRun() throws IOException {
		new Sandbox(folder).fill();
		for (final Readme.Block block : README.blocks())
			if (block.language().equals("ijm"))
				assertEquals("", FunctionReference.run(block.code().replace("/path/to/", folder + "/")), block.code());
	}

	/** What the examples take as known are fields. */
	@Test
	void javaIsCompiled() throws IOException {
		int count = 0;
		final StringBuilder source = new StringBuilder(
			"""
				import java.nio.file.*; import java.util.*; import ij.*; import net.imglib2.*; import net.imglib2.type.numeric.*;
				import net.imglib2.type.numeric.integer.*; import net.imglib2.type.numeric.real.*; import org.drsformer.*;
				import org.drsformer.command.*; import org.drsformer.derain.*; import org.drsformer.evaluate.*;
				import org.drsformer.metric.*; import org.drsformer.model.*; import org.drsformer.rain.*;
				class Examples {
				RandomAccessibleInterval<ARGBType> rainy, result, target; DerainService derain; ImagePlus image;
				""");
		for (final Readme.Block block : README.blocks())
			if (block.language().equals("java"))
				source.append("void example" + count++ + "() throws Exception {\n" + block.code() + "}\n");
		final Path file = Files.writeString(folder.resolve("Examples.java"), source + "}\n");
		final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		final StringWriter complaints = new StringWriter();
		compiler
			.getTask(complaints, null, null,
				List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")), null,
				compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file))
			.call();
		assertEquals("", complaints.toString());
	}
}
