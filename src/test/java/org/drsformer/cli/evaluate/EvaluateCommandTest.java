package org.drsformer.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.drsformer.cli.CommandLineRun;
import org.drsformer.cli.TestImages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Calls the command {@code evaluate} as users do. */
class EvaluateCommandTest {

	private static final Path LIGHT = Path.of("src/test/resources/test-images/light");
	private static final Path HEAVY = Path.of("src/test/resources/test-images/heavy");
	private static final Path CLEAN = Path.of("test-images", "clean");
	private static final Path FIXTURES = Path.of("src", "test", "resources", "fixtures", "metrics", "cases");

	@TempDir
	private Path folder;
	private Path results;
	private Path targets;
	private Path csv;
	private Path json;

	@BeforeEach
	void folders() throws IOException {
		results = Files.createDirectory(folder.resolve("results"));
		targets = Files.createDirectory(folder.resolve("targets"));
		csv = folder.resolve("report.csv");
		json = folder.resolve("report.json");
	}

	private static List<CSVRecord> rows(final Path file) throws IOException {
		try (Reader reader = Files.newBufferedReader(file)) {
			return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
		}
	}

	private static JsonObject read(final Path file) throws IOException {
		return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
	}

	private static JsonObject find(final JsonObject report, final String array, final String... keysAndValues) {
		return StreamSupport.stream(report.getAsJsonArray(array).spliterator(), false)
			.map(JsonElement::getAsJsonObject)
			.filter(element -> {
				for (int i = 0; i < keysAndValues.length; i += 2)
					if (!element.get(keysAndValues[i]).getAsString().equals(keysAndValues[i + 1]))
						return false;
				return true;
			})
			.findFirst()
			.orElseThrow();
	}

	/** The reports on all images that the authors' scripts scored in Octave; each is made once. */
	private static final class Golden {

		private static final JsonObject IMAGES = report("--results", LIGHT, HEAVY, "--targets", CLEAN);
		private static final JsonObject CASES = report("--results", FIXTURES, "--targets", FIXTURES,
			"--results-pattern", "*_a.png", "--targets-pattern", "*_b.png");

		private static JsonObject report(final Object... folders) {
			try {
				final Path file = Files.createTempFile("golden", ".json");
				CommandLineRun.of(Stream
					.concat(Stream.of("evaluate", "--protocol", "rain200-spa", "--protocol", "did-ddn", "--json", file),
						Stream.of(folders))
					.toArray());
				final JsonObject report = read(file);
				Files.delete(file);
				return report;
			}
			catch (final IOException exc) {
				throw new AssertionError(exc);
			}
		}
	}

	@ParameterizedTest
	@CsvFileSource(resources = "/fixtures/metrics/test_images_octave.csv", numLinesToSkip = 1)
	void equalsTheAuthorsScripts(final String image, final String rain, final String protocol, final double psnr,
		final double ssim)
	{
		final JsonObject score = find(Golden.IMAGES, "scores", "method", rain, "name", image, "protocol",
			protocol.replace('_', '-'));
		assertEquals(psnr, score.get("psnr").getAsDouble(), 1e-9);
		assertEquals(ssim, score.get("ssim").getAsDouble(), 1e-10);
	}

	@ParameterizedTest
	@CsvFileSource(resources = "/fixtures/metrics/cases_octave.csv", numLinesToSkip = 1)
	void equalsTheAuthorsScriptsInOddCases(final String image, final String psnr, final String ssim,
		final String didPsnr, final String didSsim)
	{
		// the script scores 16 bit against 255
		checkCase(image, "rain200-spa", psnr, image.contains("16") ? "refused" : ssim);
		checkCase(image, "did-ddn", didPsnr, didSsim);
	}

	/** @param ssim a number, or the script's text for images that are too small */
	private static void checkCase(final String image, final String protocol, final String psnr, final String ssim) {
		final boolean scored = ssim.matches("[0-9.]+");
		final JsonObject found = find(Golden.CASES, scored ? "scores" : "problems", "name", image, "protocol",
			protocol);
		if (scored) {
			assertEquals(Double.parseDouble(psnr.replace("Inf", "Infinity")), found.get("psnr").getAsDouble(), 1e-9);
			assertEquals(Double.parseDouble(ssim), found.get("ssim").getAsDouble(), 1e-10);
		}
	}

	@Test
	void methodsStandSideBySide() throws IOException {
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", LIGHT, HEAVY, "--targets", CLEAN,
			"--protocol", "rain200-spa", "--csv", csv);
		assertEquals(0, run.code(), run::err);
		assertTrue(run.out().contains("protocol rain200-spa"), run.out());
		assertTrue(run.out().matches("(?s).*\nlight +5 +0 +28\\.77 .*\nheavy +5 +0 +13\\.16 .*"), run.out());
		assertTrue(run.out().matches("(?s).*worst of heavy.*\n  cat +11\\.43.*"), run.out());
		final List<CSVRecord> rows = rows(csv);
		assertEquals(10, rows.size());
		assertEquals("light", rows.get(0).get("method"));
		assertEquals("heavy", rows.get(1).get("method"));
		assertEquals("astronaut", rows.get(1).get("name"));
		assertEquals("rain200-spa", rows.get(9).get("protocol"));
		assertEquals("5", rows.get(9).get("scored"));
		assertFalse(rows.get(9).get("version").isEmpty());
	}

	@Test
	void whatCannotBeScoredIsListedAndTheRestIsScored() throws IOException {
		for (final String name : List.of("good", "alone", "size", "text", "broken"))
			TestImages.gray(targets.resolve(name + ".png"), 20, 16, 0);
		Files.writeString(targets.resolve("broken.png"), "this is text");
		TestImages.gray(results.resolve("good.tif"), 20, 16, 2);
		TestImages.gray(results.resolve("size.png"), 24, 16, 2);
		TestImages.gray(results.resolve("broken.png"), 20, 16, 2);
		TestImages.gray(results.resolve("stranger.png"), 20, 16, 2);
		Files.writeString(results.resolve("text.png"), "this is text");
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", results, "--targets", targets, "--csv",
			csv, "--json", json);
		assertEquals(1, run.code());
		assertTrue(run.err().contains("5 not scored:"), run.err());
		for (final String name : List.of("alone.png", "size.png", "text.png", "broken.png", "stranger.png"))
			assertTrue(run.err().contains(name), name + " in " + run.err());
		assertFalse(run.err().contains("\tat "), "no stack trace");
		assertEquals(6, rows(csv).size());
		assertEquals("good", rows(csv).get(0).get("name"));
		assertEquals(1, read(json).get("scored").getAsInt());
		assertEquals(5, read(json).get("notScored").getAsInt());
		assertEquals(5, read(json).getAsJsonArray("problems").size());
	}

	@Test
	void patternsPairWithinOneFolder() throws IOException {
		for (final int i : new int[] { 1, 2, 10 }) {
			TestImages.gray(results.resolve(i + "_DR.png"), 20, 16, i);
			TestImages.gray(results.resolve(i + "_GT.png"), 20, 16, 0);
		}
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", results, "--targets", results,
			"--results-pattern", "*_DR.png", "--targets-pattern", "*_gt", "--csv", csv);
		assertEquals(0, run.code(), run::err);
		assertEquals(List.of("1", "2", "10"), rows(csv).stream().map(row -> row.get("name")).toList(), "natural order");
	}

	@Test
	void namesAreQuotedWhereTheyMustBe() throws IOException {
		final String name = "rain, \"heavy\"";
		TestImages.gray(results.resolve(name + ".png"), 20, 16, 1);
		TestImages.gray(targets.resolve(name + ".png"), 20, 16, 0);
		assertEquals(0, CommandLineRun.of("evaluate", "--results", results, "--targets", targets, "--csv", csv).code());
		assertEquals(name, rows(csv).get(0).get("name"));
		assertEquals("1", rows(csv).get(0).get("scored"));
	}

	@Test
	void twoFilesOfOneNameAreNotGuessedBetween() {
		for (final String name : List.of("a", "b")) {
			TestImages.gray(targets.resolve(name + ".png"), 20, 16, 0);
			TestImages.gray(results.resolve(name + ".png"), 20, 16, 1);
		}
		TestImages.gray(results.resolve("a.tif"), 20, 16, 2);
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", results, "--targets", targets);
		assertEquals(1, run.code());
		assertTrue(run.err().contains("1 not scored:") && run.err().contains("a.tif have the name a"), run.err());
		assertTrue(run.out().matches("(?s).*\nresults +1 +1 .*"), run.out());
	}

	@Test
	void foldersOfTheSameNameAreToldApart() throws IOException {
		final Path one = Files.createDirectories(folder.resolve("one").resolve("out"));
		final Path two = Files.createDirectories(folder.resolve("two").resolve("out"));
		TestImages.gray(targets.resolve("a.png"), 20, 16, 0);
		TestImages.gray(one.resolve("a.png"), 20, 16, 1);
		TestImages.gray(two.resolve("a.png"), 20, 16, 2);
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", one, two, "--targets", targets, "--csv",
			csv);
		assertEquals(0, run.code(), run::err);
		assertEquals(List.of(one.toString(), two.toString()),
			rows(csv).stream().map(row -> row.get("method")).toList());
	}

	@Test
	void sameFilesAreNoComparison() {
		TestImages.gray(results.resolve("a.png"), 20, 16, 0);
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", results, "--targets", results);
		assertEquals(2, run.code());
		assertTrue(run.err().contains("same files"), run.err());
	}

	@Test
	void infiniteValuesAreCounted() throws IOException {
		for (int i = 0; i < 3; i++) {
			TestImages.gray(targets.resolve(i + ".png"), 20, 16, 0);
			TestImages.gray(results.resolve(i + ".png"), 20, 16, i);
		}
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", results, "--targets", targets, "--json",
			json);
		assertEquals(0, run.code(), run::err);
		assertTrue(run.out().contains("Identical images have infinite PSNR"), run.out());
		final JsonObject psnr = read(json).getAsJsonArray("summaries").get(0).getAsJsonObject().getAsJsonObject("psnr");
		assertEquals(1, psnr.get("infinite").getAsInt());
		assertTrue(Double.isFinite(psnr.get("mean").getAsDouble()));
		assertEquals("Infinity", find(read(json), "scores", "name", "0").get("psnr").getAsString());
	}

	@Test
	void publishedResultsStandBesideYours() {
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", LIGHT, "--targets", CLEAN,
			"--compare-paper", "did");
		assertEquals(0, run.code(), run::err);
		assertTrue(run.out().contains("protocol did-ddn"), "the data set's own is the default");
		assertTrue(
			run.out()
				.matches("(?s).*DID-Data.*DRSformer +1200 +35\\.35 +0\\.9646\n.*yours: light, did-ddn +5 +28\\.77.*"),
			run.out());
		assertTrue(run.err().contains("the 1200 pairs of the test set of DID-Data; yours do not"), run.err());
	}

	@Test
	void warnsOfAnotherProtocolThanTheDataSets() {
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", LIGHT, "--targets", CLEAN,
			"--compare-paper", "ddn", "--protocol", "rain200-spa");
		assertEquals(0, run.code());
		assertTrue(run.err().contains("Warning") && run.err().contains("did-ddn"), run.err());
	}

	@ParameterizedTest
	@ValueSource(strings = { "--protocol=psnr", "--compare-paper=rain100h", "--results-pattern=DR.png",
		"--targets-pattern=*_*.png", "--results-pattern=*_XX.png", "--threads=-1", "--results=nowhere" })
	void badUsageIsASentence(final String option) {
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", LIGHT, "--targets", CLEAN, option);
		assertEquals(2, run.code());
		assertTrue(run.err().contains(option.substring(option.indexOf('=') + 1)), run.err());
		assertTrue(run.err().contains("Help: drsformer evaluate --help"), run.err());
	}

	@Test
	void foldersAreNeeded() {
		assertEquals(2, CommandLineRun.of("evaluate", "--results", LIGHT).code());
		assertEquals(2, CommandLineRun.of("evaluate", "--targets", CLEAN).code());
		assertEquals(2, CommandLineRun.of("evaluate", "--results", LIGHT, "--targets", results).code(),
			"an empty folder");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--csv", "--json" })
	void aReportThatCannotBeWrittenIsSaidBeforeTheWork(final String option) {
		for (final Path place : List.of(folder.resolve("missing").resolve("report.csv"), results, folder.getRoot())) {
			final CommandLineRun run = CommandLineRun.of("evaluate", "--results", LIGHT, "--targets", CLEAN, option,
				place);
			assertEquals(2, run.code());
			assertTrue(run.err().contains(place + " cannot be written"), run.err());
			assertTrue(run.out().isEmpty(), run.out());
		}
	}

	@Test
	void namesThatDoNotFitAtAllAreASentence() {
		TestImages.gray(results.resolve("1x2.png"), 20, 16, 1);
		TestImages.gray(targets.resolve("norain-1.png"), 20, 16, 0);
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", results, "--targets", targets);
		assertEquals(2, run.code());
		assertTrue(run.err().contains("for example, 1x2.png in ") && run.err().contains("norain-1.png"), run.err());
		assertEquals(0,
			CommandLineRun
				.of("evaluate", "--results", results, "--targets", targets, "--results-pattern", "*x2.png",
					"--targets-pattern", "norain-*.png")
				.code());
	}

	@Test
	void everyReportCountsWhatEachProtocolScored() throws IOException {
		TestImages.gray(results.resolve("small.png"), 9, 9, 1);
		TestImages.gray(targets.resolve("small.png"), 9, 9, 0);
		TestImages.gray(results.resolve("good.png"), 20, 16, 1);
		TestImages.gray(targets.resolve("good.png"), 20, 16, 0);
		TestImages.gray(targets.resolve("alone.png"), 20, 16, 0);
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", results, results, "--targets", targets,
			"--protocol", "rgb", "--protocol", "scientific", "--csv", csv, "--json", json);
		assertEquals(1, run.code());
		assertTrue(run.out().matches("(?s).*protocol rgb.*\nresults +1 +2 .*protocol scientific.*\nresults +2 +1 .*"),
			run.out());
		assertEquals(List.of("1/2", "2/1", "2/1", "/", "/"),
			rows(csv).stream().map(row -> row.get("scored") + "/" + row.get("not_scored")).toList());
		assertEquals("rgb", rows(csv).get(4).get("protocol"));
		final JsonObject summary = find(read(json), "summaries", "protocol", "rgb");
		assertEquals(1, summary.get("scored").getAsInt());
		assertEquals(2, summary.get("notScored").getAsInt());
	}
}
