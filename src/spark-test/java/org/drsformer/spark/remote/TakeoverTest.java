package org.drsformer.spark.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileStamp;
import org.drsformer.batch.manifest.ManifestEntry;
import org.drsformer.batch.manifest.ManifestFiles;
import org.drsformer.batch.manifest.RunRecord;
import org.drsformer.batch.settings.Shard;
import org.drsformer.spark.RemoteTree;
import org.drsformer.spark.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that an output folder has one owner, and that who has lost it cannot write there any more. */
class TakeoverTest {

	private static final int PATIENCE = 6;

	@TempDir
	private Path temp;

	private HadoopFiles files;

	static Stream<String> stores() {
		return Stream.of(Stores.hdfs(), Stores.s3());
	}

	@AfterEach
	void close() {
		if (files != null)
			files.close();
	}

	/** Makes an output folder with a result of an earlier run. */
	private HadoopPath folder(final String store) throws IOException {
		files = new HadoopFiles(Addresses.configuration(), PATIENCE);
		final HadoopPath folder = (HadoopPath) files.path(store + "/" + UUID.randomUUID());
		Files.createDirectories(folder);
		files.put(file("old"), folder.resolve("a.png"));
		return folder;
	}

	private Path file(final String text) throws IOException {
		return Files.writeString(temp.resolve(text), text);
	}

	private static RemoteTree tree(final HadoopPath folder) {
		return new RemoteTree(folder.toString());
	}

	/** Takes a folder as a driver does that is lost at once: its lease stays and is not renewed. */
	private static RemoteOutput lostDriver(final HadoopPath folder) throws IOException {
		final LeaseFiles leases = LeaseFiles.in(folder.getFileSystem().hadoop(), folder.hadoop());
		final long number = System.currentTimeMillis() - 1_000_000;
		assertTrue(leases.create(number, "{}"));
		if (!Publisher.isObjectStore(leases.files().getUri()))
			leases.files().mkdirs(leases.staging(number));
		return new RemoteOutput(folder.toString(), number);
	}

	/**
	 * Puts a file that is new: S3Mock 5.2.0 removes an object if an upload to its name is aborted, which S3 does not.
	 */
	private FileStamp put(final RemoteOutput output, final HadoopPath folder, final RemoteOutput.Turn turn)
		throws IOException
	{
		final Path late = file("late");
		return output.put(late, folder.resolve("b.png").toString(), FileStamp.of(late), turn);
	}

	@ParameterizedTest
	@MethodSource("stores")
	void oneOwner(final String store) throws IOException {
		final HadoopPath folder = folder(store);
		try (RunRecord first = files.open(folder, Shard.WHOLE)) {
			final FileStamp stamp = put(files.output(folder), folder, () -> {});
			assertTrue(stamp.isOf(folder.resolve("b.png")));
			assertEquals("late", Files.readString(folder.resolve("b.png")));
			final String refused = assertThrows(DrsformerException.class, () -> files.open(folder, Shard.WHOLE))
				.getMessage();
			assertTrue(refused.startsWith("Another run is deraining into " + folder + " right now (process "), refused);
			assertFalse(tree(folder).leftovers().isEmpty());
		}
		assertEquals(List.of(), tree(folder).leftovers());
		files.open(folder, Shard.WHOLE).close();
		assertEquals(List.of("a.png", "b.png", "drsformer-manifest.jsonl"), tree(folder).names());
	}

	/** The new run begins while the lost driver's task is writing. */
	@ParameterizedTest
	@MethodSource("stores")
	void takenOverMeanwhile(final String store) throws IOException {
		final HadoopPath folder = folder(store);
		final RemoteOutput lost = lostDriver(folder);
		assertThrows(IOException.class, () -> publish(lost, folder, leases -> {
			files.open(folder, Shard.WHOLE).close();
			leases.check(lost.number());
		}));
		assertUnchanged(folder);
	}

	/** The new run begins after the lost driver's task has asked whether it may write. */
	@ParameterizedTest
	@MethodSource("stores")
	void takenOverAfterTheQuestion(final String store) throws IOException {
		final HadoopPath folder = folder(store);
		final RemoteOutput lost = lostDriver(folder);
		assertThrows(IOException.class, () -> publish(lost, folder, leases -> {
			leases.check(lost.number());
			files.open(folder, Shard.WHOLE).close();
		}));
		assertUnchanged(folder);
	}

	private interface Meanwhile {

		void happens(LeaseFiles leases) throws IOException;
	}

	private void publish(final RemoteOutput output, final HadoopPath folder, final Meanwhile meanwhile)
		throws IOException
	{
		final LeaseFiles leases = LeaseFiles.in(folder.getFileSystem().hadoop(), folder.hadoop());
		Publisher.of(leases.files())
			.publish(file("late"), HadoopPath.of(folder.resolve("b.png")).hadoop(), leases.staging(output.number()),
				() -> meanwhile.happens(leases));
	}

	private static void assertUnchanged(final HadoopPath folder) throws IOException {
		assertEquals(List.of("a.png", "drsformer-manifest.jsonl"), tree(folder).names());
		assertEquals("old", Files.readString(folder.resolve("a.png")));
		assertEquals(List.of(), tree(folder).leftovers());
	}

	/** The lost driver's task begins to write after a new run has begun, or even ended. */
	@ParameterizedTest
	@MethodSource("stores")
	void muchTooLate(final String store) throws IOException {
		final HadoopPath folder = folder(store);
		final RemoteOutput lost = lostDriver(folder);
		try (RunRecord next = files.open(folder, Shard.WHOLE)) {
			assertThrows(IOException.class, () -> put(lost, folder, () -> {}));
		}
		assertThrows(IOException.class, () -> put(lost, folder, () -> {}));
		assertUnchanged(folder);
	}

	/** What a killed run has recorded is known to the next one, and becomes one manifest. */
	@ParameterizedTest
	@MethodSource("stores")
	void recordsOfAKilledRun(final String store) throws IOException {
		final HadoopPath folder = folder(store);
		final RemoteOutput lost = lostDriver(folder);
		final ManifestEntry started = ManifestEntry.started(
			new FileJob(Path.of("/in/a.png"), folder.resolve("a.png"), "a.png", 1, "2026-11-25T00:00:00Z"), "x");
		files.put(Files.writeString(temp.resolve("lines"), ManifestFiles.format(started)),
			folder.resolve(ManifestFiles.partName(lost.number(), 1)));
		try (RunRecord next = files.open(folder, Shard.WHOLE)) {
			assertEquals(List.of("a.png"), List.copyOf(next.entries().keySet()));
			assertTrue(next.entries().get("a.png").isStarted());
		}
		assertEquals(List.of("a.png", "drsformer-manifest.jsonl"), tree(folder).names());
		assertEquals(1, Files.readAllLines(folder.resolve("drsformer-manifest.jsonl")).size());
	}
}
