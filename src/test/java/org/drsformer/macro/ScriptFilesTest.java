package org.drsformer.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Runs the SciJava scripts of macros/ in a context without a display. */
class ScriptFilesTest {

	private static final Scripts SCRIPTS = new Scripts();

	@AfterAll
	static void stop() {
		SCRIPTS.close();
	}

	static Stream<File> scripts() {
		return Scripts.all();
	}

	@BeforeEach
	void closeEverything() {
		MacroRun.plain("close('*');");
		ResultsTable.getResultsTable().reset();
	}

	/** Without inputs, they use samples. */
	@ParameterizedTest
	@MethodSource("scripts")
	void runToTheirEnd(final File script) throws Exception {
		assertNotNull(SCRIPTS.run(script, Map.of()));
	}

	@Test
	void parametersReachThem(@TempDir final Path folder) throws Exception {
		final File rainy = new File("src/main/resources/org/drsformer/macro/rainy");
		for (final String script : new String[] { "Derain_Folder.ijm", "Derain_Folder.groovy" }) {
			final Path output = folder.resolve(script);
			SCRIPTS.run(new File("macros/scripts", script), Map.of("input", rainy, "output", output.toFile()));
			assertTrue(Files.exists(output.resolve("raccoon.png")), script);
		}
		final ImagePlus derained = (ImagePlus) SCRIPTS
			.run(new File("macros/scripts/Derain_Image.groovy"), Map.of("path", new File(rainy, "raccoon.png")))
			.getOutput("derained");
		assertEquals("raccoon-derained.png", derained.getTitle());
	}
}
