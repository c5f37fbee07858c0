package org.drsformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compiles every example in the Javadoc of a package. */
class JavadocExamplesTest {

	private static final Pattern EXAMPLE = Pattern.compile("<pre>(?:\\{@code)?\\R(.*?)\\*\\s*\\}?</pre>",
		Pattern.DOTALL);

	@TempDir
	private Path folder;

	/** @param given declares the names that the examples use without declaring them */
	@ParameterizedTest
	@CsvSource(delimiter = ':',
		value = {
			"metric: RandomAccessibleInterval<UnsignedByteType> result, RandomAccessibleInterval<UnsignedByteType>" +
				" target," +
				" RandomAccessibleInterval<FloatType> floatResult, RandomAccessibleInterval<FloatType> floatTarget," +
				" RandomAccessibleInterval<ARGBType> rgbResult, RandomAccessibleInterval<ARGBType> rgbTarget",
			"metric/noreference: RandomAccessibleInterval<UnsignedByteType> image",
			"evaluate: ij.ImagePlus result, ij.ImagePlus target", ".: RandomAccessibleInterval<ARGBType> rainy" })
	void compile(final String name, final String given) throws IOException {
		final List<String> examples = examples(Path.of("src", "main", "java", "org", "drsformer", name));
		assertFalse(examples.isEmpty());
		final StringBuilder source = new StringBuilder(
			"import java.nio.file.*; import java.util.*; import net.imglib2.*; import net.imglib2.type.numeric.*;" +
				" import net.imglib2.type.numeric.integer.*; import net.imglib2.type.numeric.real.*;" +
				" import org.drsformer.*; import org.drsformer.derain.*; import org.drsformer.evaluate.*;" +
				" import org.drsformer.evaluate.score.*;" +
				" import org.drsformer.metric.*; import org.drsformer.metric.noreference.*;" +
				" import org.drsformer.metric.luma.*; import org.drsformer.model.*;\nclass Examples {\n");
		for (int i = 0; i < examples.size(); i++)
			source.append("void example" + i + "(" + given + ") {\n" + examples.get(i) + "}\n");
		final Path file = Files.writeString(folder.resolve("Examples.java"), source + "}\n");
		assertEquals("", compile(file));
	}

	private static List<String> examples(final Path sources) throws IOException {
		final List<String> examples = new ArrayList<>();
		try (Stream<Path> files = Files.list(sources)) {
			for (final Path file : files.filter(Files::isRegularFile).sorted().toList())
				EXAMPLE.matcher(Files.readString(file)).results().map(JavadocExamplesTest::code).forEach(examples::add);
		}
		return examples;
	}

	private static String code(final MatchResult example) {
		return example.group(1).replaceAll("(?m)^\\s*\\* ?", "").replace("&lt;", "<").replace("&gt;", ">");
	}

	/** Returns the errors of the compiler. */
	private String compile(final Path file) {
		final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		final StringWriter complaints = new StringWriter();
		compiler
			.getTask(complaints, null, null,
				List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")), null,
				compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file))
			.call();
		return complaints.toString();
	}
}
