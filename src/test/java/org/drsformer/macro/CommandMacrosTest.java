package org.drsformer.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.measure.ResultsTable;

/** Runs the commands as macros do in an ImageJ without SciJava, in a JVM without a display. */
class CommandMacrosTest {

	@BeforeEach
	void closeEverything() {
		MacroRun.plain("close('*');");
		ResultsTable.getResultsTable().reset();
	}

	@Test
	void resultsAreOpenImagesWithTheirTitles() {
		final MacroRun run = MacroRun.plain("""
			newImage("street.png", "RGB random", 24, 16, 1);
			run("Derain Image...", "rain");
			active = getTitle();
			selectImage("street-derained.png");
			selectImage("street-rain.png");
			run("Compare Images...", "result=street-derained.png target=street.png protocol=rgb");
			return active + " " + nImages + " " + nResults;
			""");
		assertFalse(run.aborted(), run.errors());
		assertEquals("street-derained.png 3 1", run.returned());
	}

	@Test
	void rainOfASeed() {
		final MacroRun run = MacroRun.plain("""
			newImage("street.png", "RGB black", 48, 32, 1);
			run("Synthesize Rain...", "preset=rain200h seed=3");
			first = getTitle();
			getStatistics(area, mean);
			selectImage("street.png");
			run("Synthesize Rain...", "level=0.9 blending=screen seed=-3");
			getStatistics(area, other);
			return first + " " + (mean > 0) + (other > 0) + (mean != other);
			""");
		assertFalse(run.aborted(), run.errors());
		assertEquals("street-rainy.png 3", run.returned());
	}

	/** The first call is what was recorded before there were recursive and crop. */
	@Test
	void recordedMacrosScoreAsBefore(@TempDir final Path folder) throws IOException {
		final MacroRun run = MacroRun.plain(
			"""
				folders = "results=src/test/resources/test-images/heavy targets=test-images/clean ";
				run("Evaluate Folder...", folders + "protocol=rain200-spa range=0 resultnames=* targetnames=* plots=false " +
					"csv=[FOLDER/before.csv]");
				run("Evaluate Folder...", folders + "recursive crop=common plots=false csv=[FOLDER/now.csv]");
				"""
				.replace("FOLDER", folder.toString()));
		assertFalse(run.aborted(), run.errors());
		final List<String> before = Files.readAllLines(folder.resolve("before.csv"));
		assertEquals(6, before.size());
		assertTrue(before.get(2).startsWith("heavy,cat,11.42565"), before.get(2));
		assertEquals(before, Files.readAllLines(folder.resolve("now.csv")));
	}

	@ParameterizedTest
	@CsvSource({ "from=scratch,false", "from=scratch keep=0.5,true", "rain=rain200h,true",
		"rain=rain200h keep=0,false" })
	void aTrainingKeepsTheOrdinaryRainThatIsAskedFor(final String options, final boolean kept,
		@TempDir final Path folder) throws IOException
	{
		final MacroRun run = MacroRun.plain("""
			run("Train...", "clean=test-images/clean steps=1 patches=1x16 live=false output=[FOLDER] OPTIONS");
			""".replace("FOLDER", folder.resolve("out").toString()).replace("OPTIONS", options));
		assertFalse(run.aborted(), run.errors());
		assertEquals(kept, Files.readAllLines(folder.resolve("out/log.csv")).get(0).contains("ordinary"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"Derain Image...|tile=64|Derain Image... has no option \"tile\"; use image, model, device", //
		"Derain Image...|device=tpu|The option device of Derain Image... cannot be \"tpu\"; use one of auto, cpu", //
		"Derain Image...|first=abc|The option first of Derain Image... cannot be \"abc\"; write a whole number from" +
			" 1.", //
		"Derain Image...|rain=yes|use true or false.", //
		"Derain Image...|image=night.png|no open image with the title or id \"night.png\"; the open images are" +
			" street.png.", //
		"Derain Image...|model=rain200x|There is no model \"rain200x\"", //
		"Derain Image...|range=white|\"white\" is not a value range", //
		"Synthesize Rain...|preset=snow|The option preset of Synthesize Rain... cannot be \"snow\"; use one of none", //
		"Synthesize Rain...|level=2|The option level of Synthesize Rain... cannot be \"2\"", //
		"Compare Images...|result=street.png|The option target of Compare Images... is missing", //
		"Compare Images...|result=street.png target=street.png protocol=psnr|cannot be \"psnr\"; use one of" +
			" published", //
		"Evaluate Folder...|results=test-images/clean targets=test-images/light crop=half|The crop 'half' cannot be" +
			" used; give common, or the number of pixels to leave out at each border, such as 4.", //
		"Evaluate Folder...|results=test-images recursive=maybe|The option recursive of Evaluate Folder... cannot be" +
			" \"maybe\"; use true or false.", //
		"Evaluate Folder...|results=nowhere|There is no folder nowhere", //
		"Train...|clean=test-images/clean output=nowhere keep=1|The share of ordinary rain cannot be 1.0; give 0 to" +
			" below 1.", //
		"Train...|clean=test-images/clean output=nowhere keep=much|The share of ordinary rain cannot be \"much\"; give 0" +
			" to below 1.", //
		"Evaluate Folder...|results=nowhere targets=nowhere|There is no folder nowhere" })
	void wrongOptionsAbortWithASentence(final String command, final String options, final String sentence) {
		final MacroRun run = MacroRun
			.plain("newImage('street.png', 'RGB random', 24, 16, 1);\nrun('%s', '%s');\nprint('went on');"
				.formatted(command, options));
		assertEquals(1, run.errors().lines().count(), run.errors());
		assertTrue(run.errors().startsWith("Macro Error: ") && run.errors().contains(sentence), run.errors());
		assertTrue(run.returned() == null || run.returned().isEmpty(), run.returned());
	}
}
