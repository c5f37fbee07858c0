package org.drsformer.derain;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.drsformer.DrsformerException;
import org.drsformer.image.ImageFiles;

/**
 * Removes rain from image files and folders of them:
 *
 * <pre>
 * FilesSummary summary = DerainFiles.plan(List.of(Path.of("rainy")), Path.of("clean")).run(derainer, listener);
 * </pre>
 *
 * A plan is immutable and may be run several times.
 */
public final class DerainFiles {

	private final List<FileJob> jobs;
	private final List<FileFailure> failures;
	private final Path folder;

	private DerainFiles(final List<FileJob> jobs, final List<FileFailure> failures, final Path folder) {
		this.jobs = List.copyOf(jobs);
		this.failures = List.copyOf(failures);
		this.folder = folder;
	}

	/**
	 * Decides which file is written for which, before anything is.
	 *
	 * @param inputs files, and folders whose images directly inside of them are meant, in natural order; hidden files and
	 *          files with names of other kinds are left out there. What is missing or unreadable becomes a failure of the
	 *          run
	 * @param folder where results are written, see {@link ImageFiles#outputName}; with several folders among the inputs,
	 *          those of each into a folder of its name there; need not exist
	 * @throws DrsformerException if an input would be overwritten, or two inputs have a result of the same name
	 */
	public static DerainFiles plan(final List<Path> inputs, final Path folder) {
		if (Files.exists(folder) && !Files.isDirectory(folder))
			throw new DrsformerException("The output folder " + folder + " is a file; name a folder.");
		final FileInputs found = new FileInputs(inputs, folder);
		checkCollisions(found.jobs());
		checkOverwriting(found.jobs());
		return new DerainFiles(found.jobs(), found.failures(), folder);
	}

	/** Two names that differ only by their case are one file on many systems. */
	private static void checkCollisions(final List<FileJob> jobs) {
		final Map<String, Path> inputs = new HashMap<>();
		for (final FileJob job : jobs) {
			final Path other = inputs.put(job.output().toString().toLowerCase(Locale.ROOT), job.input());
			if (other != null)
				throw new DrsformerException("Both " + other + " and " + job.input() + " would be written to " + job.output() +
					"; derain them into different folders, or rename one.");
		}
	}

	/** Results of an earlier run may be replaced, but no input, and nothing that lies next to one. */
	private static void checkOverwriting(final List<FileJob> jobs) {
		final Set<Path> inputs = new HashSet<>();
		jobs.forEach(job -> inputs.add(real(job.input())));
		for (final FileJob job : jobs) {
			if (!Files.exists(job.output()))
				continue;
			final Path output = real(job.output());
			if (inputs.contains(output) || output.getParent().equals(real(job.input()).getParent()))
				throw new DrsformerException("The file " + job.output() + ", which lies among the inputs, would be overwritten;" +
					" choose another output folder.");
		}
	}

	private static Path real(final Path file) {
		try {
			return file.toRealPath();
		}
		catch (final IOException failure) {
			throw new DrsformerException("The file " + file + " cannot be found; check that you may read its folder.",
				failure);
		}
	}

	/** How many files will be derained. */
	public int size() {
		return jobs.size();
	}

	/**
	 * Derains one file after the other, and goes on after a bad one.
	 *
	 * @throws DrsformerException if the output folder cannot be made or written to
	 * @throws java.util.concurrent.CancellationException if the listener asks for it; results so far stay
	 */
	public FilesSummary run(final Derainer derainer, final FilesListener listener) {
		createFolder(folder);
		jobs.stream().map(job -> job.output().getParent()).distinct().forEach(DerainFiles::createFolder);
		return new FilesRun(derainer, listener, jobs, failures).run();
	}

	private static void createFolder(final Path folder) {
		try {
			Files.createDirectories(folder);
			if (!Files.isWritable(folder))
				throw new AccessDeniedException(folder.toString());
		}
		catch (final IOException failure) {
			throw new DrsformerException("The output folder " + folder +
				" cannot be made or written to; choose one where you may write.", failure);
		}
	}
}
