package org.drsformer.derain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a manifest costs: a line on the disk, the checksum of a result that has just been written, and the decision over
 * many results that are there.
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

	/** @param args a folder of the disk that is to be measured; must not exist */
	public static void main(final String[] args) throws IOException {
		final Path folder = Files.createDirectory(Path.of(args[0]));
		final Path file = Files.write(folder.resolve("result"), new byte[RESULT]);
		FileStamp.of(file);
		long start = System.nanoTime();
		FileStamp.of(file);
		print("checksum of %d MiB".formatted(RESULT >> 20), start, 1);
		final List<FileJob> jobs = new ArrayList<>();
		for (int i = 0; i < FILES; i++) {
			final String name = i + ".png";
			jobs.add(new FileJob(Path.of("/data/rainy").resolve(name), Files.write(folder.resolve(name), new byte[500]), name,
				500, "2026-01-01T00:00:00Z"));
		}
		try (Manifest manifest = Manifest.open(folder, Shard.WHOLE)) {
			final List<ManifestEntry> done = new ArrayList<>();
			for (final FileJob job : jobs)
				done.add(ManifestEntry.of(new FileResult(job, 1, 1, 1, FileStamp.of(job.output()), 1, 1, null), "settings"));
			start = System.nanoTime();
			for (int i = 0; i < LINES; i++)
				manifest.append(ManifestEntry.started(jobs.get(i), "settings"));
			print("a line", start, LINES);
			start = System.nanoTime();
			manifest.append(jobs.stream().map(job -> ManifestEntry.started(job, "settings")).toList());
			print(FILES + " lines at once", start, 1);
			manifest.append(done);
		}
		for (int i = 0; i < 3; i++)
			decide(folder, jobs);
	}

	private static void decide(final Path folder, final List<FileJob> jobs) {
		final long start = System.nanoTime();
		final FileDecider decider = new FileDecider(Overwrite.IF_CHANGED, new ManifestFiles(folder).read(), "settings");
		final long done = jobs.stream().filter(job -> decider.decide(job).decision() == FileDecision.DONE).count();
		print("decision over %d results".formatted(done), start, 1);
	}

	private static void print(final String what, final long start, final int count) {
		System.out.printf("%s: %.3f ms%n", what, (System.nanoTime() - start) / 1e6 / count);
	}
}
