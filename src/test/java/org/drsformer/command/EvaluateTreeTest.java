package org.drsformer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.drsformer.PrintedLines;
import org.drsformer.cli.CommandLineRun;
import org.drsformer.cli.TestImages;
import org.drsformer.image.file.ImageFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Runs {@code Evaluate Folder...} over trees, cropped results and results that pair by number. */
class EvaluateTreeTest {

	private static final Path IMAGES = Path.of("src/test/resources/test-images");
	private static final Path CLEAN = Path.of("test-images/clean");

	@TempDir
	private Path folder;
	private Path results;
	private Path targets;
	private final Context context = new Context();

	@BeforeEach
	void folders() throws IOException {
		results = Files.createDirectory(folder.resolve("results"));
		targets = Files.createDirectory(folder.resolve("targets"));
	}

	@AfterEach
	void stop() {
		context.dispose();
	}

	private Module run(final Path clean, final Object... inputs) throws Exception {
		final Object[] all = Stream
			.concat(Stream.of("results", results.toFile(), "targets", clean.toFile(), "plots", false),
				Stream.of(inputs))
			.toArray();
		return context.service(ModuleService.class)
			.run(context.service(CommandService.class).getCommand(EvaluateFolder.class), true, all)
			.get();
	}

	private static ResultsTable table(final Module module, final String output) {
		return (ResultsTable) module.getOutput(output);
	}

	private static void gray(final Path file, final int error) throws IOException {
		Files.createDirectories(file.getParent());
		TestImages.gray(file, 20, 16, error);
	}

	private static int row(final ResultsTable summary, final String method, final String dataSet) {
		return IntStream.range(0, summary.size())
			.filter(row -> summary.getStringValue("Method", row).equals(method)
				&& summary.getStringValue("Data set", row).equals(dataSet))
			.findFirst()
			.orElseThrow();
	}

	/** The rows are those of the command line, digit for digit. */
	@Test
	void everyFolderIsADataSetWithRowsOfItsOwn() throws Exception {
		for (final String set : new String[] { "light", "heavy" })
			for (final String name : new String[] { "cat.png", "coffee.png" })
				Files.copy(IMAGES.resolve(set).resolve(name),
					Files.createDirectories(results.resolve(set)).resolve(name));
		for (final String name : new String[] { "cat.png", "coffee.png" })
			Files.copy(CLEAN.resolve(name), targets.resolve(name));
		final Module module = run(targets, "recursive", true);
		assertEquals(4, table(module, "scores").size());
		assertEquals("heavy/cat", table(module, "scores").getStringValue("Image", 0));
		final ResultsTable summary = table(module, "summary");
		assertEquals(3, summary.size());
		assertEquals(4, summary.getValue("Scored", row(summary, "results", "(all)")));
		final Path json = folder.resolve("report.json");
		assertEquals(0,
			CommandLineRun.of("evaluate", "-r", "--results", results, "--targets", targets, "--json", json).code());
		final JsonObject report = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
		assertEquals(2, report.getAsJsonArray("dataSets").size());
		for (final JsonElement element : report.getAsJsonArray("dataSets")) {
			final JsonObject set = element.getAsJsonObject();
			final JsonObject numbers = set.getAsJsonArray("summaries").get(0).getAsJsonObject();
			final int row = row(summary, "results", set.get("name").getAsString());
			assertEquals(2, summary.getValue("Scored", row));
			for (final String number : new String[] { "PSNR", "SSIM" })
				assertEquals(numbers.getAsJsonObject(number.toLowerCase()).get("mean").getAsDouble(),
					summary.getValue("Mean " + number, row));
		}
	}

	@Test
	void aFlatFolderHasNoColumnOfDataSets() throws Exception {
		gray(results.resolve("a.png"), 1);
		gray(targets.resolve("a.png"), 0);
		for (final boolean recursive : new boolean[] { false, true })
			assertEquals(ResultsTable.COLUMN_NOT_FOUND,
				table(run(targets, "recursive", recursive), "summary").getColumnIndex("Data set"));
	}

	@Test
	void foldersOfDataSetsAreMethods() throws Exception {
		for (final String method : new String[] { "one", "two" })
			for (final String set : new String[] { "x", "y" })
				gray(results.resolve(method).resolve(set).resolve("a.png"), method.length() + set.charAt(0) % 2);
		gray(targets.resolve("x/a.png"), 0);
		gray(targets.resolve("y/a.png"), 0);
		final ResultsTable summary = table(run(targets, "recursive", true), "summary");
		assertEquals(6, summary.size());
		for (final String method : new String[] { "one", "two" })
			for (final String set : new String[] { "x", "y" })
				assertEquals(1, summary.getValue("Scored", row(summary, method, set)));
	}

	/** The tree that derain writes from set/input/a.png. */
	@Test
	void foldersThatTheTargetsHaveAreDataSets() throws Exception {
		for (final String set : new String[] { "x", "y" }) {
			gray(results.resolve(set).resolve("input/a.png"), 1);
			gray(targets.resolve(set).resolve("a.png"), 0);
		}
		final ResultsTable summary = table(run(targets, "recursive", true), "summary");
		assertEquals(3, summary.size());
		assertEquals(1, summary.getValue("Scored", row(summary, "results", "y/input")));
	}

	@Test
	void croppedResultsAreScored() throws Exception {
		final ImagePlus light = ImageFiles.read(IMAGES.resolve("light/cat.png"));
		Files.copy(CLEAN.resolve("cat.png"), targets.resolve("cat.png"));
		light.setRoi(0, 0, 448, 296);
		ImageFiles.write(light.crop(), results.resolve("cat.png"));
		final ResultsTable whole = table(run(targets), "scores");
		assertTrue(whole.getStringValue("Problem", 0).contains("differ in size"), whole.getStringValue("Problem", 0));
		final double common = table(run(targets, "crop", "common"), "scores").getValue("PSNR", 0);
		light.setRoi(4, 4, light.getWidth() - 8, light.getHeight() - 8);
		ImageFiles.write(light.crop(), results.resolve("cat.png"));
		final double bare = table(run(targets, "crop", "4"), "scores").getValue("PSNR", 0);
		assertTrue(common > 20 && bare > 20 && common != bare, common + " " + bare);
	}

	@ParameterizedTest
	@ValueSource(strings = { "half", "-1", "" })
	void aCropThatIsNoneIsASentence(final String crop) throws Exception {
		gray(results.resolve("a.png"), 1);
		gray(targets.resolve("a.png"), 0);
		assertEquals("The crop '" + crop +
			"' cannot be used; give common, or the number of pixels to leave out at each" + " border, such as 4.",
			((Cancelable) run(targets, "crop", crop)).getCancelReason());
	}

	@Test
	void numbersPairAndTheLogTellsIt() throws Exception {
		for (final int i : new int[] { 1, 2, 10 }) {
			gray(results.resolve(String.format("%04d_DR.png", i)), i);
			gray(targets.resolve("norain-" + i + ".png"), 0);
		}
		final Module[] module = new Module[1];
		final String log = PrintedLines.of(() -> module[0] = run(targets));
		assertEquals(3, table(module[0], "scores").size());
		assertTrue(
			log.contains("No result has the name of a target, so they are paired by the first number in their names," +
				" such as 0001_DR.png with norain-1.png."),
			log);
		final String renamed = PrintedLines.of(() -> run(targets, "targetnames", "norain-*", "resultnames", "000*_DR"));
		assertFalse(renamed.contains("paired by the first number"), renamed);
	}

	@Test
	void theLogAsksWhetherTargetsHaveRain() throws Exception {
		for (final String name : new String[] { "cat.png", "coffee.png", "raccoon.png" }) {
			Files.copy(CLEAN.resolve(name), results.resolve(name));
			Files.copy(IMAGES.resolve("light").resolve(name), targets.resolve(name));
		}
		final String log = PrintedLines.of(() -> run(targets));
		assertTrue(log.contains("Do the targets have rain? 3 of 3 are brighter than the results"), log);
		Files.delete(targets.resolve("cat.png"));
		Files.copy(CLEAN.resolve("cat.png"), targets.resolve("cat.png"));
		assertFalse(PrintedLines.of(() -> run(targets)).contains("Do the targets have rain?"));
	}
}
