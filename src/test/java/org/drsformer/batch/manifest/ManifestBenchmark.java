package org.drsformer.batch.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;
import org.drsformer.batch.job.FileStamp;
import org.drsformer.batch.plan.FileDecider;
import org.drsformer.batch.plan.FileDecision;
import org.drsformer.batch.settings.Overwrite;
import org.drsformer.batch.settings.Shard;

/**
 * Measures the cost of a manifest: of a line on the disk, of the checksum of a result that has just been written, and
 * of the decisions about many existing results.
 *
 * <pre>
 * ManifestBenchmark FOLDER
 * </pre>
 */
final class ManifestBenchmark {

	private static final int LINES = 500;
	private static final int FILES = 10_000;
	private static final int RESULT = 32 << 20;

	private ManifestBenchmark() {}

	/** @param args a folder on the disk to measure; must not exist */
	public static void main(final String[] args) throws IOException {
		final Path folder = Files.createDirectory(Path.of(args[0]));
		final Path file = Files.write(folder.resolve("result"), new byte[RESULT]);
		print("checksum of %d MiB".formatted(RESULT >> 20), 20, i -> FileStamp.of(file));
		final List<FileJob> jobs = new ArrayList<>();
		for (int i = 0; i < FILES; i++) {
			final String name = i + ".png";
			jobs.add(new FileJob(Path.of("/data/rainy").resolve(name), Files.write(folder.resolve(name), new byte[500]),
				name, 500, "2026-01-01T00:00:00Z"));
		}
		try (Manifest manifest = Manifest.open(folder, Shard.WHOLE)) {
			final List<ManifestEntry> done = new ArrayList<>();
			for (final FileJob job : jobs)
				done.add(
					ManifestEntry.of(new FileResult(job, 1, 1, 1, FileStamp.of(job.output()), 1, 1, null), "settings"));
			print("a line", LINES, i -> manifest.append(ManifestEntry.started(jobs.get(i), "settings")));
			print(FILES + " lines at once", 3,
				i -> manifest.append(jobs.stream().map(job -> ManifestEntry.started(job, "settings")).toList()));
			manifest.append(done);
		}
		print("decision over %d results".formatted(FILES), 5, i -> decide(folder, jobs));
	}

	private static void decide(final Path folder, final List<FileJob> jobs) {
		final FileDecider decider = new FileDecider(Overwrite.IF_CHANGED, new ManifestFiles(folder).read(), "settings");
		if (!jobs.stream().allMatch(job -> decider.decide(job).decision() == FileDecision.DONE))
			throw new IllegalStateException("not done");
	}

	/** Returns the minimum and the median of some times. */
	private static void print(final String what, final int count, final Work work) throws IOException {
		final double[] millis = new double[count];
		for (int i = 0; i < count; i++) {
			final long start = System.nanoTime();
			work.run(i);
			millis[i] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(millis);
		System.out.printf("%s: %.3f ms, at best %.3f ms%n", what, millis[count / 2], millis[0]);
	}

	private interface Work {

		void run(int number) throws IOException;
	}
}
