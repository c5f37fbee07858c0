package org.drsformer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.drsformer.Progress;
import org.drsformer.evaluate.Evaluation;
import org.drsformer.evaluate.EvaluationSettings;
import org.drsformer.evaluate.Protocols;
import org.drsformer.evaluate.report.CsvReport;
import org.drsformer.metric.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the scores of a cluster with those of one computer. */
class SparkEvaluateTest {

	@TempDir
	private Path temp;

	@Test
	void sameAsOnOneComputer() throws IOException {
		final Path results = temp.resolve("results");
		final Path targets = temp.resolve("targets");
		for (int i = 0; i < 5; i++) {
			SparkImages.color(results.resolve(i + ".png"), i);
			SparkImages.color(targets.resolve(i + ".png"), i + 1);
		}
		Files.writeString(results.resolve("4.png"), "no image");
		SparkImages.color(targets.resolve("alone.png"), 1);
		final Path expected = temp.resolve("local.csv");
		CsvReport.write(Evaluation.plan(
			EvaluationSettings.of(List.of(results), targets, Protocol.rain200Spa(), Protocol.rgb().withDataRange(250)))
			.run(Progress.NONE), expected);
		final Path csv = temp.resolve("spark.csv");
		SparkRun run = SparkRun.of("local[2]", "evaluate", "--results", results, "--targets", targets, "--protocol",
			"rain200-spa", "--csv", csv);
		assertEquals(1, run.code(), run::err);
		assertTrue(run.err().contains("2 not scored"), run::err);
		final List<String> both = Files.readAllLines(expected);
		assertTrue(both.containsAll(Files.readAllLines(csv)), () -> both.toString());
		run = SparkRun.of("local[2]", "evaluate", "--results", results, "--targets", targets, "--protocol", "rgb",
			"--data-range", "250", "--csv", csv);
		assertTrue(both.containsAll(Files.readAllLines(csv)), () -> both.toString());
	}

	/** Pairs that share a task are scored in their order too. */
	@Test
	void showsProgress() throws IOException {
		final int count = 40;
		for (int i = 0; i < count; i++)
			SparkImages.color(temp.resolve("results/" + i + ".png"), i);
		final Path csv = temp.resolve("spark.csv");
		StageNames.listen();
		final SparkRun run = SparkRun.of("local[2]", "evaluate", "--results", temp.resolve("results"), "--protocol",
			"brisque", "--csv", csv);
		assertEquals(List.of("score " + temp.resolve("results")), StageNames.heard());
		final List<String> lines = run.err().lines().filter(line -> line.contains("images")).toList();
		assertEquals(10, lines.size(), run::err);
		for (int i = 1; i < 10; i++)
			assertTrue(lines.get(i - 1).matches(4 * i + "/40 images, \\d+:\\d\\d left"), run::err);
		assertEquals("40/40 images", lines.get(9));
		final Path expected = temp.resolve("local.csv");
		CsvReport.write(Evaluation.plan(EvaluationSettings.of(List.of(temp.resolve("results")), Optional.empty(),
			Protocols.byNames(List.of("brisque")))).run(Progress.NONE), expected);
		assertEquals(Files.readAllLines(expected), Files.readAllLines(csv));
	}

	@Test
	void niqeWithoutTargets() throws IOException {
		final Path csv = temp.resolve("spark.csv");
		final SparkRun run = SparkRun.of("local[2]", "evaluate", "--results", Path.of("test-images/clean"),
			"--protocol", "niqe", "--csv", csv);
		assertEquals(0, run.code(), run::err);
		final Path expected = temp.resolve("local.csv");
		CsvReport.write(Evaluation.plan(EvaluationSettings.of(List.of(Path.of("test-images/clean")), Optional.empty(),
			Protocols.byNames(List.of("niqe")))).run(Progress.NONE), expected);
		assertEquals(Files.readAllLines(expected), Files.readAllLines(csv));
	}
}
