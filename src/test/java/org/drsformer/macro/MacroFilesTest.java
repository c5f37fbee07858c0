package org.drsformer.macro;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.measure.ResultsTable;

/** Runs the files of macros/ that need no dialog, unchanged and without a display. */
class MacroFilesTest {

	@BeforeEach
	void closeEverything() {
		MacroRun.plain("close('*');");
		ResultsTable.getResultsTable().reset();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Derain_Image", "Derain_Image_With_Options", "Derain_Folder", "Derain_Time_Lapse",
		"Evaluate_Folder", "Before_After_Montage" })
	void runsToItsEnd(final String name) throws IOException {
		final MacroRun run = MacroRun.plain(Files.readString(Path.of("macros", name + ".ijm")) + "\nreturn 'end';");
		assertFalse(run.aborted(), run.errors());
	}
}
