package org.drsformer.command.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@link PreviewInWindow}, which needs a display, such as that of xvfb-run. */
class DerainPreviewTest {

	@Test
	void thePreviewFollowsTheImageAndTheInputs(@TempDir final Path folder) throws Exception {
		final String display = System.getenv("DISPLAY");
		assumeTrue(display != null && !display.isEmpty(), "There is no display for a window; run this under xvfb-run.");
		final Path log = folder.resolve("log.txt");
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Dai.djl.offline=true", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error", "-cp",
			System.getProperty("java.class.path"), PreviewInWindow.class.getName()).redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			assertTrue(process.waitFor(180, TimeUnit.SECONDS), () -> "the preview hangs");
			assertEquals("done", Files.readString(log).strip());
		}
		finally {
			process.destroyForcibly();
		}
	}
}
