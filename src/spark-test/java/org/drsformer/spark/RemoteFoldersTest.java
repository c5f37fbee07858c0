package org.drsformer.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.hadoop.fs.GlobalStorageStatistics;
import org.apache.hadoop.fs.StorageStatistics;
import org.apache.hadoop.hdfs.DFSOpsCountStatistics;
import org.drsformer.Progress;
import org.drsformer.batch.DerainFiles;
import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.evaluate.Evaluation;
import org.drsformer.evaluate.EvaluationSettings;
import org.drsformer.evaluate.report.CsvReport;
import org.drsformer.metric.Protocol;
import org.drsformer.spark.remote.HadoopFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares folders in HDFS and S3 with the same folders on the local disk. */
class RemoteFoldersTest {

	@TempDir
	private Path temp;

	static Stream<String> stores() {
		return Stream.of(Stores.hdfs(), Stores.s3());
	}

	private static RemoteTree tree(final String store) {
		return new RemoteTree(store + "/" + UUID.randomUUID());
	}

	/** The model comes from there too, and the report goes there. */
	@ParameterizedTest
	@MethodSource("stores")
	void sameAsLocally(final String store) throws IOException {
		final Path in = temp.resolve("in");
		SparkImages.color(in.resolve("a.png"), 1);
		SparkImages.color(in.resolve("b c%20#.png"), 2);
		SparkImages.color(in.resolve("day=1/é[1].png"), 3);
		SparkImages.color(in.resolve("_under.jpg"), 4);
		SparkImages.stack(in.resolve("day=1/stack.tif"), 3);
		Files.createFile(in.resolve("empty.png"));
		Files.createDirectories(temp.resolve("model"));
		Files.copy(Path.of(SparkRun.MODEL), temp.resolve("model/small.pth"));
		SparkRun.derainLocally(in, temp.resolve("local"));
		final RemoteTree source = tree(store).fill(in);
		final RemoteTree other = tree(store).fill(temp.resolve("model"));
		final RemoteTree out = tree(store);
		final Object[] args = { "derain", source.address(), out.address(), "-r", "--device", "cpu", "--model",
			other.address() + "/small.pth", "--report", other.address() + "/reports/run.csv" };
		SparkRun run = SparkRun.of("local[2]", args);
		assertEquals(1, run.code(), run::err);
		assertEquals(SparkImages.contents(temp.resolve("local")), out.contents(), run::err);
		assertTrue(run.err().contains("The image " + source.address() + "/empty.png is empty."), run::err);
		assertTrue(run.err().contains("5 images derained into " + out.address()), run::err);
		assertEquals(List.of("reports/run.csv", "small.pth"), other.names());
		assertEquals(List.of(), out.leftovers());
		run = SparkRun.of("local[2]", args);
		assertTrue(run.err().contains("0 images derained") && run.err().contains("5 skipped"), run::err);
		assertEquals(List.of(), out.leftovers());
	}

	/** One of the folders is on the disk. */
	@ParameterizedTest
	@MethodSource("stores")
	void mixedWithLocalFolders(final String store) throws IOException {
		final Path in = temp.resolve("in");
		SparkImages.color(in.resolve("a.png"), 1);
		SparkImages.color(in.resolve("day 1/b.png"), 2);
		SparkRun.derainLocally(in, temp.resolve("local"));
		final RemoteTree source = tree(store).fill(in);
		final RemoteTree out = tree(store);
		SparkRun run = SparkRun.of("local[2]", "derain", source.address(), temp.resolve("out"), "-r", "--device", "cpu",
			"--model", SparkRun.MODEL);
		assertEquals(0, run.code(), run::err);
		assertEquals(SparkImages.contents(temp.resolve("local")), SparkImages.contents(temp.resolve("out")));
		run = SparkRun.of("local[2]", "derain", in, out.address(), "-r", "--device", "cpu", "--model", SparkRun.MODEL);
		assertEquals(0, run.code(), run::err);
		assertEquals(SparkImages.contents(temp.resolve("local")), out.contents(), run::err);
		assertEquals(List.of(), out.leftovers());
		run = SparkRun.of("local[2]", "evaluate", "-r", "--results", out.address(), temp.resolve("out"), "--targets",
			in);
		assertEquals(0, run.code(), run::err);
		assertTrue(run.err().contains("2/2 targets"), run::err);
	}

	@Test
	void sameScoresAsLocally() throws IOException {
		for (int i = 0; i < 5; i++) {
			SparkImages.color(temp.resolve("results/" + i + ".png"), i);
			SparkImages.color(temp.resolve("targets/" + i + ".png"), i + 1);
		}
		final Path expected = temp.resolve("local.csv");
		CsvReport.write(Evaluation
			.plan(
				EvaluationSettings.of(List.of(temp.resolve("results")), temp.resolve("targets"), Protocol.rain200Spa()))
			.run(Progress.NONE), expected);
		final RemoteTree tree = tree(Stores.s3());
		new RemoteTree(tree.address() + "/results").fill(temp.resolve("results"));
		new RemoteTree(tree.address() + "/targets").fill(temp.resolve("targets"));
		final SparkRun run = SparkRun.of("local[2]", "evaluate", "--results", tree.address() + "/results", "--targets",
			tree.address() + "/targets", "--csv", tree.address() + "/scores.csv");
		assertEquals(0, run.code(), run::err);
		final org.apache.hadoop.fs.Path csv = new org.apache.hadoop.fs.Path(tree.root(), "scores.csv");
		assertArrayEquals(Files.readAllBytes(expected), tree.files().open(csv).readAllBytes());
	}

	/** The folders are listed, in pages; nobody asks for single files. */
	@Test
	void listedOnce() throws IOException {
		final int count = 150;
		final RemoteTree in = tree(Stores.hdfs());
		final RemoteTree out = tree(Stores.hdfs());
		for (int i = 0; i < count; i++) {
			in.files().create(new org.apache.hadoop.fs.Path(in.root(), i + ".png")).close();
			in.files().create(new org.apache.hadoop.fs.Path(out.root(), i + ".png")).close();
		}
		try (HadoopFiles files = HadoopFiles.ofSpark()) {
			final Path source = files.path(in.address());
			final StorageStatistics operations = GlobalStorageStatistics.INSTANCE.get(DFSOpsCountStatistics.NAME);
			final long asked = operations.getLong("op_get_file_status");
			final long listed = operations.getLong("op_list_located_status");
			final DerainFiles plan = DerainFiles
				.plan(BatchSettings.of(List.of(source), files.path(out.address())).withRecursive(true));
			assertEquals(count, plan.decide(SparkRun.settings()).size());
			final long questions = operations.getLong("op_get_file_status") - asked;
			// some about the folders, however many files there are
			assertTrue(questions < count / 5, questions + " questions about files");
			assertEquals(2, operations.getLong("op_list_located_status") - listed);
		}
	}
}
