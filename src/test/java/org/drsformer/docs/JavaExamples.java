package org.drsformer.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Compiles and runs the examples in Java. What they take as known are fields.
 *
 * @param folder for the classes
 */
record JavaExamples(Path folder) {

	private static final String START = """
		import java.nio.file.*; import java.util.*; import ij.*; import net.imglib2.*;
		import net.imglib2.type.numeric.*;
		import net.imglib2.type.numeric.integer.*; import net.imglib2.type.numeric.real.*; import org.drsformer.*;
		import org.drsformer.batch.*; import org.drsformer.batch.plan.*; import org.drsformer.command.*;
		import org.drsformer.derain.*; import org.drsformer.derain.imageplus.*;
		import org.drsformer.evaluate.*; import org.drsformer.metric.*;
		import org.drsformer.metric.noreference.*; import org.drsformer.model.*;
		import org.drsformer.rain.*;
		public class Examples {
		RandomAccessibleInterval<ARGBType> rainy = net.imglib2.img.array.ArrayImgs.argbs(48, 36);
		RandomAccessibleInterval<ARGBType> result = rainy, target = rainy;
		ImagePlus image = IJ.createImage("street.png", "RGB", 48, 36, 1);
		Path folder = Path.of(System.getProperty("java.io.tmpdir"));
		""";

	void run(final List<String> examples) throws Exception {
		final StringBuilder source = new StringBuilder(START);
		for (int i = 0; i < examples.size(); i++)
			source.append("public void example" + i + "() throws Exception {\n" + examples.get(i) + "}\n");
		compile(Files.writeString(folder.resolve("Examples.java"), source + "}\n"));
		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() },
			getClass().getClassLoader())) {
			final Object instance = loader.loadClass("Examples").getDeclaredConstructor().newInstance();
			for (final Method example : instance.getClass().getMethods())
				if (example.getName().startsWith("example"))
					example.invoke(instance);
		}
	}

	private void compile(final Path file) throws IOException {
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
