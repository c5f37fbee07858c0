package org.drsformer.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Macros in ImageJ2 with its windows; needs a display, such as that of xvfb-run. */
class WindowsInFiji {

	@TempDir
	private static Path folder;

	private static List<String> lines;

	@BeforeAll
	static void run() throws Exception {
		final String display = System.getenv("DISPLAY");
		assumeTrue(display != null && !display.isEmpty(), "There is no display for windows; run this under xvfb-run.");
		lines = FijiProcess.withPlugin(false).run(folder, WindowedFiji.class.getName());
	}

	/** Returns the line that stands before the outcome of a macro. */
	private static String before(final String outcome) {
		final int at = lines.indexOf(outcome);
		assertTrue(at > 0, () -> String.join("\n", lines));
		return lines.get(at - 1);
	}

	/**
	 * Checks that a macro was ended, and that a dialog said why. ImageJ returns nothing if another thread has ended it.
	 */
	private static void check(final String macro, final String sentence) {
		final String dialog = before(macro + "\t" + (macro.equals("function") ? "[aborted]" : "null"));
		assertTrue(dialog.startsWith("dialog\t") && dialog.contains(sentence), () -> String.join("\n", lines));
	}

	@Test
	void aWrongOptionIsSaidInADialog() {
		check("option", "Derain Image... has no option \"tile\"; use image, ");
		check("choice", "The option planes of Derain Image... cannot be \"some\"; use one of all, current, range.");
		check("title", "There is no open image with the title or id \"none.png\"");
	}

	@Test
	void aMissingImageIsSaidInADialog() {
		check("image", "There is no image open; open one first.");
	}

	@Test
	void aFailureOfTheWorkIsSaidInADialog() {
		check("model", "none.pth");
		check("function", "none.pth");
	}

	@Test
	void everyMacroRunsToItsEndWithoutADialog() {
		for (final File macro : MacrosInFiji.macros().toList())
			assertTrue(!before(macro.getName() + "\tend").startsWith("dialog"), () -> String.join("\n", lines));
	}

	@Test
	void closedImagesLeaveNoDataset() {
		assertEquals("datasets\t0", lines.get(lines.size() - 1));
	}
}
