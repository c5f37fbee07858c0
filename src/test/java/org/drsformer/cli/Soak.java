package org.drsformer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.drsformer.batch.BatchListener;
import org.drsformer.batch.BatchSummary;
import org.drsformer.batch.DerainFiles;
import org.drsformer.batch.job.FileFailure;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.model.Model;

/**
 * Derains many small images in one run, and checks whether memory or the number of open files grows. A separate program
 * whose Java heap has its full size from the beginning, so that only the network's memory can grow; on Linux:
 *
 * <pre>
 * java -Xms64m -Xmx64m -XX:+AlwaysPreTouch -cp ... org.drsformer.cli.Soak FOLDER 3000 300
 * </pre>
 */
public final class Soak implements BatchListener {

	private static final double MOST_GROWTH = 0.05;

	private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

	private final int warm;
	private int done;
	private long memory;
	private long files;

	private Soak(final int warm) {
		this.warm = warm;
	}

	/** @param args a folder, the number of images, and the number after which to measure first */
	public static void main(final String[] args) throws IOException {
		System.setProperty("java.awt.headless", "true");
		final Path folder = Path.of(args[0]);
		final Path rainy = Files.createDirectories(folder.resolve("rainy"));
		for (int i = 0; i < Integer.parseInt(args[1]); i++)
			TestImages.gray(rainy.resolve("r" + i + ".png"), 24 + 8 * (i % 3), 16, i % 40);
		final Soak soak = new Soak(Integer.parseInt(args[2]));
		final Model model = Model.of(Path.of(Program.MODEL));
		try (Derainer derainer = new Derainer(DerainSettings.of(model).withThreads(1))) {
			final BatchSummary summary = DerainFiles.plan(List.of(rainy), folder.resolve("clean")).run(derainer, soak);
			soak.report(summary);
		}
	}

	private void report(final BatchSummary summary) throws IOException {
		final long after = resident();
		final double growth = (double) after / memory - 1;
		final long more = openFiles() - files;
		System.out.printf("%d images: %d kB after %d, %d kB at the end (%+.1f %%), %+d open files%n",
			summary.done().size(), memory, warm, after, 100 * growth, more);
		// none are open between two images but those of the reader and the writer, which may be at work
		if (Math.abs(growth) >= MOST_GROWTH || Math.abs(more) > 2 || !summary.isComplete())
			System.exit(1);
	}

	private static long resident() throws IOException {
		final Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/self/status")));
		return resident.find() ? Long.parseLong(resident.group(1)) : 0;
	}

	private static long openFiles() throws IOException {
		try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
			return open.count();
		}
	}

	@Override
	public void done(final Path input, final Path output) {
		if (++done != warm)
			return;
		try {
			memory = resident();
			files = openFiles();
		}
		catch (final IOException failure) {
			throw new IllegalStateException(failure);
		}
	}

	@Override
	public void started(final Path input, final int number, final int count) {}

	@Override
	public void failed(final FileFailure failure) {
		System.out.println(failure.sentence());
	}

	@Override
	public void update(final double fraction) {}
}
