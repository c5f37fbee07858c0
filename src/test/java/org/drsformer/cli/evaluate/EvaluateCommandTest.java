package org.drsformer.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import ij.ImagePlus;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.drsformer.cli.CommandLineRun;
import org.drsformer.cli.TestImages;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.metric.noreference.GoldenScores;
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
	@ValueSource(strings = { "--protocol=psnr", "--compare-paper=rain100x", "--results-pattern=DR.png",
		"--targets-pattern=*_*.png", "--results-pattern=*_XX.png", "--threads=-1", "--results=nowhere", "--crop=-1",
		"--crop=half", "--results-pattern=#.png" })
	void badUsageIsASentence(final String option) {
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", LIGHT, "--targets", CLEAN, option);
		assertEquals(2, run.code());
		assertTrue(run.err().contains(option.substring(option.indexOf('=') + 1)), run.err());
		assertTrue(run.err().contains("Help: drsformer evaluate --help"), run.err());
	}

	@Test
	void foldersAreNeeded() {
		final CommandLineRun alone = CommandLineRun.of("evaluate", "--results", LIGHT);
		assertEquals(2, alone.code());
		assertTrue(alone.err().contains("rain200-spa scores against clean targets"), alone.err());
		assertEquals(2, CommandLineRun.of("evaluate", "--targets", CLEAN).code());
		assertEquals(2, CommandLineRun.of("evaluate", "--results", LIGHT, "--targets", results).code(),
			"an empty folder");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--csv", "--json", "--wide-csv", "--latex" })
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
	void namesThatDoNotFitAtAllAreASentence() throws IOException {
		TestImages.gray(results.resolve("1x2.png"), 20, 16, 1);
		TestImages.gray(targets.resolve("norain-1.png"), 20, 16, 0);
		TestImages.gray(targets.resolve("norain-1b.png"), 20, 16, 0);
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", results, "--targets", targets);
		assertEquals(2, run.code(), "two targets have the number 1");
		assertTrue(run.err().contains("for example, 1x2.png in ") && run.err().contains("norain-1.png"), run.err());
		Files.delete(targets.resolve("norain-1b.png"));
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

	@Test
	void niqeAndBrisqueNeedNoTargets() throws IOException {
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", LIGHT, CLEAN, "--protocol", "niqe",
			"--protocol", "brisque", "--csv", csv, "--json", json);
		assertEquals(0, run.code(), run::err);
		assertTrue(run.out().contains("without targets"), run.out());
		assertTrue(
			run.out()
				.matches("(?s).*protocol niqe, lower is better\nmethod +scored +not scored +NIQE mean.*" +
					"\nlight +5 +0 +6\\.1042 .*\nclean +5 +0 +4\\.0169 .*worst of light +NIQE\n  coffee +9\\.3631.*"),
			run.out());
		for (final CSVRecord row : rows(csv)) {
			final GoldenScores.Golden golden = GoldenScores.of(row.get("method") + "_" + row.get("name"));
			final double expected = row.get("protocol").equals("niqe") ? golden.niqe() : golden.brisque();
			assertEquals(expected, Double.parseDouble(row.get("score")), 1e-8);
			assertEquals("", row.get("psnr"));
			assertEquals("5", row.get("scored"));
		}
		assertEquals(20, rows(csv).size());
		final JsonObject report = read(json);
		assertFalse(report.has("targets"));
		assertEquals(GoldenScores.of("light_cat").niqe(),
			find(report, "noReferenceScores", "method", "light", "name", "cat", "protocol", "niqe").get("score")
				.getAsDouble(),
			1e-9);
		assertEquals(5,
			find(report, "noReferenceSummaries", "method", "clean", "protocol", "brisque").get("scored").getAsInt());
	}

	@Test
	void resultsWithoutTargetsAreNoErrorForNiqe() throws IOException {
		Files.copy(CLEAN.resolve("cat.png"), targets.resolve("cat.png"));
		Files.copy(CLEAN.resolve("raccoon.png"), targets.resolve("raccoon.png"));
		for (final String name : List.of("cat.png", "coffee.png", "raccoon.png"))
			Files.copy(LIGHT.resolve(name), results.resolve(name));
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", results, "--targets", targets,
			"--protocol", "niqe", "--csv", csv);
		assertEquals(0, run.code(), run::err);
		assertTrue(run.err().contains("1 without a target, scored only by niqe: ") && run.err().contains("coffee.png"),
			run.err());
		assertTrue(run.out().matches("(?s).*protocol rain200-spa.*\nresults +2 +0 .*protocol niqe.*\nresults +3 +0 .*"),
			run.out());
		assertEquals(5, rows(csv).size());
		Files.writeString(targets.resolve("cat.png"), "no image");
		final CommandLineRun broken = CommandLineRun.of("evaluate", "--results", results, "--targets", targets,
			"--protocol", "niqe");
		assertEquals(1, broken.code());
		assertTrue(
			broken.out().matches("(?s).*protocol rain200-spa.*\nresults +1 +1 .*protocol niqe.*\nresults +3 +0 .*"),
			broken.out());
	}

	@Test
	void whatNiqeCannotScoreIsListed() throws IOException {
		Files.copy(LIGHT.resolve("cat.png"), results.resolve("cat.png"));
		TestImages.gray(results.resolve("small.png"), 20, 16, 0);
		Files.writeString(results.resolve("text.png"), "this is text");
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", results, "--protocol", "niqe", "--csv",
			csv);
		assertEquals(1, run.code());
		assertTrue(run.err().contains("2 not scored:") && run.err().contains("niqe: " + results.resolve("small.png")),
			run.err());
		assertTrue(run.out().matches("(?s).*\nresults +1 +2 .*"), run.out());
		assertEquals(3, rows(csv).size());
	}

	@Test
	void aTableOfAPaperNeedsTargets() {
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", LIGHT, "--protocol", "niqe",
			"--compare-paper", "did");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("--compare-paper needs scores against targets; add --targets."), run.err());
	}

	@Test
	void methodsAreComparedWithTheFirst() throws IOException {
		final Path latex = folder.resolve("table.tex");
		final Path wide = folder.resolve("wide.csv");
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", LIGHT, HEAVY, "--targets", CLEAN,
			"--protocol", "niqe", "--json", json, "--latex", latex, "--wide-csv", wide);
		assertEquals(0, run.code(), run::err);
		assertTrue(run.out()
			.matches("(?s).*compared with light, image by image\nmethod +protocol +number +pairs.*" +
				"\nheavy +rain200-spa +PSNR +5 +0 +-15\\.6.. +-1.* \\.\\. -1.* +0\\.0625\n.*\nheavy +niqe +NIQE +5" +
				" +1 .*"),
			run.out());
		final JsonObject comparison = find(read(json), "comparisons", "measure", "PSNR");
		assertEquals("light", comparison.get("comparedWith").getAsString());
		assertEquals(0.0625, comparison.get("wilcoxonP").getAsDouble());
		assertEquals(List.of("name", "light", "heavy"),
			rows(wide).get(0)
				.toMap()
				.keySet()
				.stream()
				.filter(key -> !key.matches("protocol|measure"))
				.sorted(Comparator.comparing(List.of("name", "light", "heavy")::indexOf))
				.toList());
		assertEquals(15, rows(wide).size());
		assertTrue(Files.readString(latex).contains("light & \\textbf{28.77} & "), Files.readString(latex));
	}

	@Test
	void oneFileCannotHoldTwoReports() {
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", LIGHT, "--targets", CLEAN, "--csv", csv,
			"--wide-csv", csv);
		assertEquals(2, run.code());
		assertTrue(run.err().contains("report.csv"), run.err());
	}

	/** Results of one image have different names in the folders of the methods; the number is what they share. */
	@Test
	void methodsThatArePairedByNumberAreComparedByIt() throws IOException {
		final Path other = Files.createDirectories(folder.resolve("other"));
		for (final int i : new int[] { 1, 2, 3 }) {
			TestImages.gray(results.resolve(String.format("%04d_DR.png", i)), 20, 16, i);
			TestImages.gray(other.resolve("rain-" + i + "x2.png"), 20, 16, 2 * i);
			TestImages.gray(targets.resolve("norain-" + i + ".png"), 20, 16, 0);
		}
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", results, "--results", other, "--targets",
			targets, "--wide-csv", csv);
		assertEquals(0, run.code(), run.err());
		assertEquals(List.of("1", "2", "3"), rows(csv).stream().map(row -> row.get("name")).distinct().toList());
		assertTrue(run.out().lines().anyMatch(line -> line.matches("other +rain200-spa +PSNR +3 .*")), run.out());
	}

	@Test
	void whatOneMethodLacksIsListed() throws IOException {
		final Path other = Files.createDirectories(folder.resolve("other"));
		for (final String name : List.of("901_1", "901_2"))
			TestImages.gray(results.resolve(name + ".png"), 20, 16, 1);
		TestImages.gray(other.resolve("901_1.png"), 20, 16, 2);
		TestImages.gray(targets.resolve("901.png"), 20, 16, 0);
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", results, "--results", other, "--targets",
			targets, "--results-pattern", "*_#.png");
		assertEquals(1, run.code());
		assertTrue(run.err().contains("901.png has no result 901_2 in " + other), run.err());
	}

	@Test
	void anAmbiguousTargetIsNotReplacedByOneAbove() throws IOException {
		Files.createDirectories(results.resolve("a"));
		Files.createDirectories(targets.resolve("a"));
		TestImages.gray(results.resolve("a/cat.png"), 20, 16, 1);
		TestImages.gray(results.resolve("dog.png"), 20, 16, 1);
		for (final String target : List.of("cat.png", "dog.png", "a/cat.png", "a/cat.bmp"))
			TestImages.gray(targets.resolve(target), 20, 16, 0);
		final CommandLineRun run = CommandLineRun.of("evaluate", "-r", "--results", results, "--targets", targets,
			"--csv", csv);
		assertEquals(1, run.code());
		assertTrue(run.err().contains("have the name a/cat"), run.err());
		assertEquals(List.of("dog"),
			rows(csv).stream().filter(row -> !row.get("psnr").isEmpty()).map(row -> row.get("name")).toList());
	}

	@Test
	void uniqueNumbersPairWhereNamesFitNowhere() throws IOException {
		for (final int i : new int[] { 1, 2, 10 }) {
			TestImages.gray(results.resolve(String.format("%04d_DR.png", i)), 20, 16, i);
			TestImages.gray(targets.resolve("norain-" + i + ".png"), 20, 16, 0);
		}
		TestImages.gray(targets.resolve("norain-11.png"), 20, 16, 0);
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", results, "--targets", targets, "--csv",
			csv);
		assertEquals(1, run.code(), "one target has no result");
		assertTrue(
			run.err().contains("paired by the first number in their names, such as 0001_DR.png with norain-1.png."),
			run.err());
		assertTrue(run.err().contains("1 not scored:") && run.err().contains("norain-11.png has no result"), run.err());
		assertEquals(List.of("0001_DR", "0002_DR", "0010_DR"),
			rows(csv).stream().map(row -> row.get("name")).filter(name -> !name.startsWith("norain")).toList());
		final double one = Double.parseDouble(rows(csv).get(0).get("psnr"));
		assertTrue(one > Double.parseDouble(rows(csv).get(2).get("psnr")), "each with its own target");
	}

	@Test
	void manyResultsHaveOneTarget() throws IOException {
		for (final String name : List.of("901_1", "901_14", "902_2"))
			TestImages.gray(results.resolve(name + ".png"), 20, 16, name.length());
		TestImages.gray(targets.resolve("901.png"), 20, 16, 0);
		TestImages.gray(targets.resolve("902.png"), 20, 16, 0);
		TestImages.gray(targets.resolve("903.png"), 20, 16, 0);
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", results, "--targets", targets,
			"--results-pattern", "*_#.png", "--csv", csv);
		assertEquals(1, run.code());
		assertTrue(run.err().contains("1 not scored:") && run.err().contains("903.png has no result"), run.err());
		assertEquals(List.of("901_1", "901_14", "902_2", "903"),
			rows(csv).stream().map(row -> row.get("name")).toList());
		final CommandLineRun hint = CommandLineRun.of("evaluate", "--results", results, "--targets", targets);
		assertEquals(2, hint.code(), "numbers are not unique");
		assertTrue(hint.err().contains("*_#.png if many results have one target"), hint.err());
	}

	@Test
	void aTreeIsScoredWithALineForEachFolder() throws IOException {
		for (final String set : List.of("light", "heavy"))
			for (final String name : List.of("a", "b"))
				TestImages.gray(Files.createDirectories(results.resolve(set)).resolve(name + ".png"), 20, 16,
					set.length() + name.charAt(0) - 'a');
		for (final String name : List.of("a", "b"))
			TestImages.gray(targets.resolve(name + ".png"), 20, 16, 0);
		final CommandLineRun flat = CommandLineRun.of("evaluate", "-r", "--results", results, "--targets", targets,
			"--csv", csv);
		assertEquals(0, flat.code(), flat::err);
		assertTrue(flat.out().matches("(?s).*\nresults +4 +0 .*\n  heavy +2 +0 .*\n  light +2 +0 .*"), flat.out());
		assertEquals(List.of("heavy/a", "light/a", "heavy/b", "light/b"),
			rows(csv).stream().map(row -> row.get("name")).toList());
		final Path tree = folder.resolve("tree");
		for (final String set : List.of("light", "heavy", "other"))
			for (final String name : List.of("a", "b"))
				TestImages.gray(Files.createDirectories(tree.resolve(set)).resolve(name + ".png"), 20, 16, 0);
		final CommandLineRun run = CommandLineRun.of("evaluate", "-r", "--results", results, "--targets", tree,
			"--protocol", "rain200-spa", "--protocol", "rgb");
		assertEquals(0, run.code(), "folders of other data sets are not missed: " + run.err());
		Files.delete(results.resolve("heavy").resolve("b.png"));
		final CommandLineRun missing = CommandLineRun.of("evaluate", "-r", "--results", results, "--targets", tree);
		assertEquals(1, missing.code());
		assertTrue(missing.out().matches("(?s).*\nresults +3 +1 .*\n  heavy +1 +1 .*\n  light +2 +0 .*"),
			missing.out());
	}

	@Test
	void whatDerainRecursiveWritesIsScoredInOneCall() throws IOException {
		final Path rainy = folder.resolve("rainy");
		for (final String set : List.of("x", "y"))
			TestImages.gray(Files.createDirectories(rainy.resolve(set)).resolve("a.png"), 24, 16, 9);
		TestImages.gray(targets.resolve("a.png"), 24, 16, 0);
		assertEquals(0, CommandLineRun.of("derain", "-r", rainy, "-o", folder.resolve("derained")).code());
		final CommandLineRun run = CommandLineRun.of("evaluate", "-r", "--results", folder.resolve("derained"),
			"--targets", targets);
		assertEquals(0, run.code(), run::err);
		assertTrue(run.out().matches("(?s).*\nderained +2 +0 .*\n  x +1 .*\n  y +1 .*"), run.out());
	}

	@Test
	void croppedResultsAreScored() throws IOException {
		final ImagePlus cat = ImageFiles.read(CLEAN.resolve("cat.png"));
		final ImagePlus light = ImageFiles.read(LIGHT.resolve("cat.png"));
		ImageFiles.write(cat, targets.resolve("cat.png"));
		light.setRoi(0, 0, 448, 296);
		ImageFiles.write(light.crop(), results.resolve("cat.png"));
		assertEquals(1, CommandLineRun.of("evaluate", "--results", results, "--targets", targets).code());
		final double common = psnr("common");
		light.setRoi(4, 4, light.getWidth() - 8, light.getHeight() - 8);
		ImageFiles.write(light.crop(), results.resolve("cat.png"));
		final double bare = psnr("4");
		light.deleteRoi();
		ImageFiles.write(light, results.resolve("cat.png"));
		assertEquals(bare, psnr("4"), 1e-12, "the same whether the result has its borders or not");
		cat.setRoi(0, 0, 448, 296);
		light.setRoi(0, 0, 448, 296);
		ImageFiles.write(cat.crop(), targets.resolve("cat.png"));
		ImageFiles.write(light.crop(), results.resolve("cat.png"));
		assertEquals(common, psnr("0"), 1e-12);
		assertEquals(1,
			CommandLineRun.of("evaluate", "--results", results, "--targets", targets, "--crop", "200").code());
	}

	private double psnr(final String crop) throws IOException {
		final CommandLineRun run = CommandLineRun.of("evaluate", "--results", results, "--targets", targets, "--crop",
			crop, "--json", json);
		assertEquals(0, run.code(), run::err);
		return find(read(json), "scores", "name", "cat").get("psnr").getAsDouble();
	}

	@Test
	void rainyTargetsAreNoticed() {
		final CommandLineRun wrong = CommandLineRun.of("evaluate", "--results", CLEAN, "--targets", LIGHT);
		assertEquals(0, wrong.code(), wrong::err);
		assertTrue(wrong.err().contains("Do the targets have rain? 5 of 5 are brighter"), wrong.err());
		final CommandLineRun right = CommandLineRun.of("evaluate", "--results", LIGHT, "--targets", CLEAN);
		assertFalse(right.err().contains("Do the targets have rain?"), right.err());
	}
}
