package org.drsformer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.spark.deploy.SparkSubmit;
import org.drsformer.batch.BatchSummary;
import org.drsformer.batch.DerainFiles;
import org.drsformer.batch.job.FileFailure;
import org.drsformer.batch.plan.PlannedFile;
import org.drsformer.batch.settings.BatchSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares folders that Spark derains with the same folders derained without it. */
class SparkDerainTest {

	@TempDir
	private Path temp;
	private Path in;
	private Path local;
	private Path out;

	@BeforeEach
	void folders() throws IOException {
		in = Files.createDirectories(temp.resolve("in"));
		local = temp.resolve("local");
		out = temp.resolve("out");
	}

	private SparkRun derain(final String master, final Object... options) {
		final Object[] args = new Object[7 + options.length];
		System.arraycopy(new Object[] { "derain", in, out, "--device", "cpu", "--model", SparkRun.MODEL }, 0, args, 0,
			7);
		System.arraycopy(options, 0, args, 7, options.length);
		return SparkRun.of(master, args);
	}

	@Test
	void sameAsOnOneComputer() throws IOException {
		SparkImages.color(in.resolve("a.png"), 1);
		SparkImages.color(in.resolve("b c%20#.png"), 2);
		SparkImages.color(in.resolve("day=1/é[1]*.png"), 3);
		SparkImages.color(in.resolve("day=1/d:e.jpg"), 4);
		SparkImages.color(in.resolve("_under.png"), 5);
		SparkImages.stack(in.resolve("stack.tif"), 3);
		Files.createFile(in.resolve("empty.png"));
		Files.writeString(in.resolve("text.png"), "no image");
		final BatchSummary expected = SparkRun.derainLocally(in, local);
		assertEquals(6, expected.done().size());
		StageNames.listen();
		final SparkRun run = derain("local[2]", "-r", "--report", temp.resolve("run.csv"));
		assertEquals(List.of("derain into " + out), StageNames.heard());
		assertEquals(1, run.code(), run::err);
		assertEquals(SparkImages.contents(local), SparkImages.contents(out), run::err);
		for (final FileFailure failure : expected.failed())
			assertTrue(run.err().contains("\n  " + failure.sentence() + "\n"), run::err);
		assertTrue(run.err().contains("6 images derained into " + out), run::err);
		assertEquals(9, Files.readAllLines(temp.resolve("run.csv")).size());
		// both manifests have the same entries
		final List<PlannedFile> decided = DerainFiles.plan(BatchSettings.of(List.of(in), out).withRecursive(true))
			.decide(SparkRun.settings());
		assertEquals(List.of("empty.png", "text.png"),
			decided.stream().filter(file -> file.decision().isToDo()).map(file -> file.job().name()).sorted().toList());
	}

	@Test
	void resumes() throws IOException {
		for (int i = 0; i < 3; i++)
			SparkImages.color(in.resolve(i + ".png"), i);
		assertEquals(0, derain("local[2]").code());
		final Map<String, String> all = SparkImages.contents(out);
		SparkRun run = derain("local[2]");
		assertEquals(0, run.code());
		assertTrue(run.err().contains("0 images derained") && run.err().contains("3 skipped"), run::err);
		Files.delete(out.resolve("1.png"));
		SparkImages.color(in.resolve("2.png"), 7);
		run = derain("local[2]");
		assertTrue(run.err().contains("2 images derained") && run.err().contains("1 skipped"), run::err);
		assertEquals(all.get("1.png"), SparkImages.contents(out).get("1.png"));
		assertFalse(all.get("2.png").equals(SparkImages.contents(out).get("2.png")));
	}

	/** The first try fails, and then the listener repairs the file. */
	@Test
	void triesAgain() throws IOException {
		SparkImages.color(in.resolve("good.png"), 1);
		Files.writeString(in.resolve("late.png"), "not yet");
		Files.writeString(in.resolve("never.png"), "no image");
		Repair.of(in.resolve("late.png"));
		final SparkRun run = derain("local[2,3]");
		assertEquals(1, run.code());
		assertEquals(List.of("good.png", "late.png"), List.copyOf(SparkImages.contents(out).keySet()), run::err);
		assertTrue(run.err().contains("1 failed:\n  ") && run.err().contains(in.resolve("never.png").toString()),
			run::err);
		assertEquals(3, Repair.failures("never.png") + 1);
	}

	@Test
	void failFast() throws IOException {
		Files.writeString(in.resolve("0.png"), "no image");
		SparkImages.color(in.resolve("1.png"), 1);
		final SparkRun run = derain("local[1]", "--fail-fast");
		assertEquals(1, run.code());
		assertTrue(run.err().contains("Stopped at the first failure."), run::err);
	}

	@Test
	void badUsage() {
		SparkRun run = SparkRun.of("local[2]", "derain", "nofs://node/in", out);
		assertEquals(2, run.code());
		assertTrue(run.err().contains("The address nofs://node/in cannot be used (No FileSystem for scheme"), run::err);
		for (final String option : List.of("--report", "--csv", "--targets")) {
			run = option.equals("--report") ? SparkRun.of("local[2]", "derain", in, out, option, "nofs://node/run.csv")
				: SparkRun.of("local[2]", "evaluate", "--results", in, "--targets", in, option, "nofs://node/run.csv");
			assertEquals(2, run.code());
			assertTrue(run.err().contains("nofs://node/run.csv cannot be used"), run::err);
		}
		assertFalse(Files.exists(Path.of("nofs:")));
		run = SparkRun.of("local[2]", "derain", in, out, "--model", "none");
		assertEquals(2, run.code());
		run = SparkRun.of("local[2]");
		assertEquals(2, run.code());
		assertTrue(run.err().startsWith("A command is missing; use derain or evaluate."), run::err);
	}

	/** Starts the command as users do, with the bundled model. */
	@Test
	void submitted() throws IOException {
		SparkImages.color(in.resolve("a.png"), 1);
		SparkRun.configure("local[2]");
		SparkSubmit.main(new String[] { "--master", "local[2]", "--conf", "spark.ui.enabled=false", "--class",
			SparkMain.class.getName(), "spark-internal", "derain", in.toString(), out.toString() });
		assertEquals(List.of("a.png"), List.copyOf(SparkImages.contents(out).keySet()));
	}
}
