package org.drsformer.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The start of ImageJ2 with the plugin, in a JVM of its own: ImageJ2 must find the classes of ImageJ unloaded, to patch
 * them.
 */
class StartInFiji {

	private static final String MAIN = "net.imagej.Main";

	@TempDir
	private Path folder;

	@Test
	void printsWhatImagej2PrintsWithoutThePlugin() throws Exception {
		final Path macro = Files.writeString(folder.resolve("hello.ijm"), "print('hello ' + getVersion());");
		final String[] arguments = { "--headless", "-macro", macro.toString() };
		final List<String> without = FijiProcess.withoutPlugin(true).run(folder, MAIN, arguments);
		final List<String> with = FijiProcess.withPlugin(true).run(folder, MAIN, arguments);
		assertTrue(with.stream().anyMatch(line -> line.startsWith("hello ")), with::toString);
		assertEquals(List.of(), with.stream().filter(line -> line.contains("Cannot load class")).toList());
		assertEquals(String.join("\n", without), String.join("\n", with));
	}

	@Test
	void aClosedImageLeavesNoDataset() throws Exception {
		final List<String> lines = FijiProcess.withPlugin(true).run(folder, ClosedImage.class.getName());
		assertTrue(lines.contains("open 1 1"), lines::toString);
		assertTrue(lines.contains("closed 0 0"), lines::toString);
	}
}
