package org.drsformer.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.drsformer.WindowedProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The start of ImageJ2 with the plugin, in a JVM of its own: ImageJ2 must find the classes of ImageJ unloaded, to patch
 * them.
 */
class StartInFiji {

	@TempDir
	private Path folder;

	@Test
	void printsWithoutWindowsWhatImagej2PrintsWithoutThePlugin() throws Exception {
		final Path macro = Files.writeString(folder.resolve("hello.ijm"), "print('hello ' + getVersion());");
		final String[] arguments = { "--headless", "-macro", macro.toString() };
		final List<String> without = FijiProcess.withoutPlugin(true).run(folder, "net.imagej.Main", arguments);
		final List<String> with = FijiProcess.withPlugin(true).run(folder, "net.imagej.Main", arguments);
		assertTrue(with.stream().anyMatch(line -> line.startsWith("hello ")), with::toString);
		assertEquals(String.join("\n", without), String.join("\n", with));
	}

	@Test
	void printsWithWindowsWhatImagej2PrintsWithoutThePlugin() throws Exception {
		WindowedProgram.needsADisplay();
		final List<String> without = FijiProcess.withoutPlugin(false).start(folder);
		final List<String> with = FijiProcess.withPlugin(false).start(folder);
		assertEquals(String.join("\n", without), String.join("\n", with));
	}

	@Test
	void aClosedImageLeavesNoDataset() throws Exception {
		final List<String> lines = FijiProcess.withPlugin(true).run(folder, ClosedImage.class.getName());
		assertTrue(lines.contains("open 1 1"), lines::toString);
		assertTrue(lines.contains("closed 0 0"), lines::toString);
	}
}
