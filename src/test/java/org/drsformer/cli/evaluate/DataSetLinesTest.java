package org.drsformer.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.drsformer.cli.CommandLineRun;
import org.drsformer.cli.TestImages;
import org.drsformer.cli.console.ScoreText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The lines of data sets in the table that {@code evaluate -r} prints, and in its JSON file. */
class DataSetLinesTest {

	private static final Path IMAGES = Path.of("src/test/resources/test-images");
	private static final Path CLEAN = Path.of("test-images/clean");

	@TempDir
	private Path folder;
	private Path json;

	/** Two methods; the second has a perfect result, and lacks one. */
	@BeforeEach
	void folders() throws IOException {
		json = folder.resolve("report.json");
		for (final String method : List.of("one", "two")) {
			copy(IMAGES.resolve("light/raccoon.png"), method + "/raccoon.png");
			copy(IMAGES.resolve("light/cat.png"), method + "/light/cat.png");
			copy(IMAGES.resolve("heavy/cat.png"), method + "/heavy/cat.png");
			copy(IMAGES.resolve("heavy/coffee.png"), method + "/heavy/coffee.png");
		}
		Files.delete(folder.resolve("two/heavy/coffee.png"));
		Files.delete(folder.resolve("two/light/cat.png"));
		copy(CLEAN.resolve("cat.png"), "two/light/cat.png");
	}

	private void copy(final Path file, final String name) throws IOException {
		Files.createDirectories(folder.resolve(name).getParent());
		Files.copy(file, folder.resolve(name));
	}

	@Test
	void theJsonHasTheNumbersOfTheTable() throws IOException {
		final CommandLineRun run = CommandLineRun.of("evaluate", "-r", "--results", folder.resolve("one"),
			folder.resolve("two"), "--targets", CLEAN, "--protocol", "rain200-spa", "--protocol", "rgb", "--protocol",
			"niqe", "--json", json);
		assertEquals(1, run.code(), "results are missing");
		final Map<String, String> printed = printed(run.out());
		assertEquals(3 * 2 * 3, printed.size(), run.out());
		assertEquals(printed, written());
		assertEquals("1 1 11.43 - 11.43 0", start(printed.get("rain200-spa two heavy")));
		assertEquals("1 0 Infinity - Infinity 1", start(printed.get("rain200-spa two light")));
	}

	/** Returns the numbers up to the one of infinite PSNR. */
	private static String start(final String numbers) {
		return String.join(" ", List.of(numbers.split(" ")).subList(0, 6));
	}

	@Test
	void aFlatFolderHasNone() throws IOException {
		assertEquals(0,
			CommandLineRun
				.of("evaluate", "-r", "--results", folder.resolve("two/light"), "--targets", CLEAN, "--targets-pattern",
					"ca*", "--results-pattern", "ca*", "--json", json)
				.code());
		assertFalse(read().has("dataSets"));
	}

	/**
	 * Results in method/set, and data sets as they are published: set/input and set/target, or set/rain and set/norain.
	 */
	@Test
	void publishedDataSetsAreScoredInOneCall() throws IOException {
		final Path sets = folder.resolve("sets");
		for (final String set : List.of("A/input", "A/target", "B/rain", "B/norain", "C"))
			for (final String name : List.of("1", "2"))
				gray(sets.resolve(set).resolve(name + ".png"), set.matches("./(input|rain)") ? 30 : 0);
		for (final String method : List.of("x", "y"))
			for (final String set : List.of("A", "B/rain", "C"))
				for (final String name : List.of("1", "2"))
					gray(folder.resolve(method).resolve(set).resolve(name + ".png"), method.charAt(0) - 'w');
		final CommandLineRun run = CommandLineRun.of("evaluate", "-r", "--results", folder.resolve("x"),
			folder.resolve("y"), "--targets", sets);
		assertEquals(0, run.code(), run::err);
		assertTrue(run.out().matches("(?s).*\nx +6 +0 .*\n  A +2 +0 .*\n  B/rain +2 +0 .*\n  C +2 +0 .*\ny +6 .*"),
			run.out());
		Files.delete(folder.resolve("x/A/2.png"));
		final CommandLineRun missing = CommandLineRun.of("evaluate", "-r", "--results", folder.resolve("x"),
			"--targets", sets);
		assertTrue(missing.out().matches("(?s).*\nx +5 +1 .*\n  A +1 +1 .*\n  B/rain +2 +0 .*"), missing.out());
		assertTrue(missing.err().contains("The target " + sets.resolve("A/target/2.png") + " has no result"),
			missing.err());
	}

	/** Each data set decides for itself whether names or numbers pair; methods share the names of the numbers. */
	@Test
	void setsWithNamesAndSetsWithNumbersStandInOneTree() throws IOException {
		final Path sets = folder.resolve("sets");
		for (final int i : new int[] { 1, 2, 10 }) {
			gray(sets.resolve("A/target").resolve("norain-" + i + ".png"), 0);
			gray(sets.resolve("B/target").resolve(i + ".png"), 0);
			gray(folder.resolve("x/A").resolve("rain-" + i + "x2.png"), 1);
			gray(folder.resolve("y/A").resolve(String.format("%03d_DR.png", i)), 2);
			gray(folder.resolve("x/B").resolve(i + ".png"), 1);
			gray(folder.resolve("y/B").resolve(i + ".png"), 2);
		}
		final CommandLineRun run = CommandLineRun.of("evaluate", "-r", "--results", folder.resolve("x"),
			folder.resolve("y"), "--targets", sets, "--json", json);
		assertEquals(0, run.code(), run::err);
		assertEquals("No result in A has the name of a target, so they are paired by the first number in their names," +
			" such as rain-1x2.png with norain-1.png.", run.err().strip());
		assertEquals(List.of("A/1", "A/2", "A/10", "B/1", "B/2", "B/10"),
			read().getAsJsonArray("scores")
				.asList()
				.stream()
				.map(score -> score.getAsJsonObject().get("name").getAsString())
				.distinct()
				.toList());
		assertEquals(6, read().getAsJsonArray("comparisons").get(0).getAsJsonObject().get("pairs").getAsInt());
		gray(folder.resolve("y/A/3_1.png"), 2);
		gray(folder.resolve("y/A/3_2.png"), 2);
		final CommandLineRun ambiguous = CommandLineRun.of("evaluate", "-r", "--results", folder.resolve("x"),
			folder.resolve("y"), "--targets", sets);
		assertEquals(1, ambiguous.code(), "numbers in A are not unique");
		assertTrue(ambiguous.err().contains("rain-1x2.png has no target in"), ambiguous.err());
	}

	private static void gray(final Path file, final int error) throws IOException {
		Files.createDirectories(file.getParent());
		TestImages.gray(file, 20, 16, error);
	}

	/** Returns the numbers of each indented line by protocol, method and data set. */
	private static Map<String, String> printed(final String out) {
		final Map<String, String> lines = new TreeMap<>();
		String protocol = "";
		String method = "";
		for (final String line : out.lines().toList()) {
			final String[] words = line.strip().split("\\s+", 2);
			if (line.startsWith("protocol "))
				protocol = line.split("[ ,]")[1];
			else if (line.matches("(one|two) .*"))
				method = words[0];
			else if (line.matches("  (\\.|light|heavy) .*"))
				lines.put(protocol + " " + method + " " + words[0], words[1].replaceAll("\\s+", " "));
		}
		return lines;
	}

	private Map<String, String> written() throws IOException {
		final Map<String, String> lines = new TreeMap<>();
		for (final JsonElement element : read().getAsJsonArray("dataSets")) {
			final JsonObject set = element.getAsJsonObject();
			for (final JsonElement summary : set.getAsJsonArray("summaries"))
				put(set, summary.getAsJsonObject(), lines);
			for (final JsonElement summary : set.getAsJsonArray("noReferenceSummaries"))
				put(set, summary.getAsJsonObject(), lines);
		}
		return lines;
	}

	private static void put(final JsonObject set, final JsonObject summary, final Map<String, String> lines) {
		final String numbers = summary.has("score") ? text(summary, "score", 4)
			: text(summary, "psnr", 2) + " " + summary.getAsJsonObject("psnr").get("infinite") + " " +
				text(summary, "ssim", 4);
		lines.put(summary.get("protocol").getAsString() + " " + summary.get("method").getAsString() + " " +
			set.get("name").getAsString(), summary.get("scored") + " " + summary.get("notScored") + " " + numbers);
	}

	private static String text(final JsonObject summary, final String what, final int decimals) {
		final JsonObject numbers = summary.getAsJsonObject(what);
		return List.of("mean", "standardDeviation", "median")
			.stream()
			.map(numbers::get)
			.mapToDouble(number -> number.isJsonNull() ? Double.NaN : number.getAsDouble())
			.mapToObj(number -> decimals == 2 ? ScoreText.psnr(number) : ScoreText.ssim(number))
			.reduce((one, other) -> one + " " + other)
			.orElseThrow();
	}

	private JsonObject read() throws IOException {
		return JsonParser.parseString(Files.readString(json)).getAsJsonObject();
	}
}
