package org.drsformer.derain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
	 * @param folder where results are written, see {@link ImageFiles#outputName}; need not exist
	 * @throws DrsformerException if an input would be overwritten, or two inputs have a result of the same name
	 */
	public static DerainFiles plan(final List<Path> inputs, final Path folder) {
		if (Files.exists(folder) && !Files.isDirectory(folder))
			throw new DrsformerException("The output folder " + folder + " is a file; name a folder.");
		final FileInputs found = new FileInputs(inputs);
		final List<FileJob> jobs = new ArrayList<>();
		for (final Path input : found.files())
			jobs.add(new FileJob(input, folder.resolve(ImageFiles.outputName(input)), input.toFile().length()));
		checkCollisions(jobs);
		for (final FileJob job : jobs)
			checkOverwriting(job, folder);
		return new DerainFiles(jobs, found.failures(), folder);
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

	/** Results of an earlier run may be replaced, but nothing that lies next to an input. */
	private static void checkOverwriting(final FileJob job, final Path folder) {
		try {
			if (Files.exists(job.output()) && Files.isSameFile(job.input().toAbsolutePath().getParent(), folder))
				throw new DrsformerException("The input folder of " + job.input() + " is the output folder too, where " + job
					.output().getFileName() + " would be overwritten; choose another output folder.");
		}
		catch (final IOException failure) {
			throw new DrsformerException("The folder " + folder + " cannot be compared with that of " + job.input() +
				"; choose another output folder.", failure);
		}
	}

	/** How many files will be derained. */
	public int size() {
		return jobs.size();
	}

	/**
	 * Derains one file after the other, and goes on after a bad one.
	 *
	 * @throws DrsformerException if the output folder cannot be made
	 * @throws java.util.concurrent.CancellationException if the listener asks for it; results so far stay
	 */
	public FilesSummary run(final Derainer derainer, final FilesListener listener) {
		createFolder();
		return new FilesRun(derainer, listener, jobs, failures).run();
	}

	private void createFolder() {
		try {
			Files.createDirectories(folder);
		}
		catch (final IOException failure) {
			throw new DrsformerException("The output folder " + folder + " cannot be made; choose one where you may write.",
				failure);
		}
	}
}
