package org.drsformer.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.drsformer.cli.OptionReference;
import org.drsformer.macro.FunctionReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;

/**
 * The code blocks of the documents. Calls of the program run in a sandbox, also those inside of a scheduler's script;
 * of training only the arguments are checked. Macros (ijm), SciJava scripts (groovy) and Java run as well. Blocks of a
 * build tool, of other programs and with placeholders do not run.
 */
class CodeBlocksTest {

	private static final Set<String> LANGUAGES = Set.of("", "bash", "sh", "ijm", "java", "groovy", "bibtex", "xml",
		"yaml", "json", "text", "mermaid", "python");
	/** These would take too long. */
	private static final Set<String> LONG = Set.of("train", "doctor");

	private static final List<Document> DOCUMENTS = Document.all();

	@TempDir
	private Path folder;

	private static List<Document.Block> blocks(final String... languages) {
		final List<Document.Block> blocks = DOCUMENTS.stream()
			.flatMap(document -> document.blocks().stream())
			.filter(block -> Set.of(languages).contains(block.language()))
			.toList();
		assertFalse(blocks.isEmpty());
		return blocks;
	}

	@Test
	void everyBlockSaysWhatItIs() {
		assertEquals(List.of(),
			DOCUMENTS.stream()
				.flatMap(document -> document.blocks().stream())
				.map(Document.Block::language)
				.filter(language -> !LANGUAGES.contains(language))
				.toList(),
			"languages of code blocks that no test knows: ijm is the macro language, none a command line");
	}

	@Test
	void macrosSayThatTheyAre() {
		assertEquals(List.of(),
			blocks("", "bash", "sh").stream()
				.map(Document.Block::code)
				.filter(code -> code.contains("run(\"") || code.contains("Ext."))
				.toList());
	}

	@Test
	void callsOfTheProgramRun() throws IOException {
		final Sandbox sandbox = new Sandbox(folder);
		sandbox.fill();
		final List<List<String>> calls = blocks("", "bash", "sh").stream()
			.flatMap(block -> CommandLines.in(block, folder.resolve("deraining.pth")).stream())
			.toList();
		assertFalse(calls.isEmpty());
		final List<String> failures = new ArrayList<>();
		// what imports a model comes first: others use its name
		sandbox.asFiji(() -> {
			calls.stream()
				.filter(CodeBlocksTest::imports)
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

	/** Two images are open: {@code clean.png}, and {@code street.png}, which is the active one. */
	@Test
	void macrosRun() throws IOException {
		new Sandbox(folder).fill();
		for (final Document.Block block : blocks("ijm"))
			assertEquals("", FunctionReference.run("""
				newImage("clean.png", "RGB black", 48, 36, 1);
				newImage("street.png", "RGB black", 48, 36, 1);
				""" + block.code().replace("/path/to/", folder + "/") + "\nclose('*');"), block.code());
	}

	/** Datasets are of ImageJ2, which is not here: the profile fiji runs those scripts. */
	@Test
	void scriptsRun() throws Exception {
		final List<Document.Block> scripts = blocks("groovy").stream()
			.filter(block -> !block.code().contains("#@ Dataset"))
			.toList();
		assertFalse(scripts.isEmpty());
		for (final Document.Block block : scripts) {
			final Path file = Files.writeString(folder.resolve("script.groovy"), block.code());
			final ImagePlus image = IJ.createImage("street.png", "RGB", 48, 36, 1);
			FunctionReference.runScript(file.toFile(), Map.of("image", image));
		}
	}

	@Test
	void javaRuns() throws Exception {
		new JavaExamples(folder).run(blocks("java").stream().map(Document.Block::code).toList());
	}
}
