package org.drsformer.command.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.drsformer.WindowedProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@link PreviewInWindow}, which needs a display, such as that of xvfb-run. */
class DerainPreviewTest {

	@Test
	void thePreviewFollowsTheImageAndTheInputs(@TempDir final Path folder) throws Exception {
		WindowedProgram.needsADisplay();
		final List<String> options = List.of("--enable-native-access=ALL-UNNAMED", "-cp",
			System.getProperty("java.class.path"));
		assertEquals(List.of("done"), new WindowedProgram(folder, PreviewInWindow.class, options).run());
	}
}
