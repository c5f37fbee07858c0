package org.drsformer.derain;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.drsformer.DrsformerException;

/**
 * Removes rain from image files and folders of them:
 *
 * <pre>
 * DerainFiles files = DerainFiles.plan(FilesSettings.of(List.of(Path.of("rainy")), Path.of("clean")));
 * FilesSummary summary = files.run(derainer, listener);
 * </pre>
 *
 * What has been done is recorded in a {@link Manifest} in the output folder. Run again, it does what is missing, has
 * changed or was left half done. A plan is immutable and may be run several times.
 */
public final class DerainFiles {

	private final FilesSettings settings;
	private final List<FileJob> jobs;
	private final List<FileFailure> failures;
	private final List<String> notes;

	private DerainFiles(final FilesSettings settings, final FileInputs found) {
		this.settings = settings;
		jobs = found.jobs().stream().filter(job -> settings.shard().holds(job.name())).toList();
		failures = List.copyOf(found.failures());
		notes = List.copyOf(found.notes());
	}

	/** As {@link #plan(FilesSettings)}, with everything else by default. */
	public static DerainFiles plan(final List<Path> inputs, final Path folder) {
		return plan(FilesSettings.of(inputs, folder));
	}

	/**
	 * Finds the files and decides where their results go, before anything is written. In folders, hidden files, files with
	 * names of other kinds, and results of earlier runs are left out. What is missing or unreadable becomes a failure of the
	 * run. Of several folders among the inputs, the results of each go into a folder of its name.
	 *
	 * @throws DrsformerException if an input would be overwritten, or two inputs have a result of the same name
	 */
	public static DerainFiles plan(final FilesSettings settings) {
		if (Files.exists(settings.output()) && !Files.isDirectory(settings.output()))
			throw new DrsformerException("The output folder " + settings.output() + " is a file; name a folder.");
		final Map<String, ManifestEntry> known = new ManifestFiles(settings.output()).read();
		final FileInputs found = new FileInputs(settings, known.keySet());
		new OutputChecks(found.jobs()).check(known.keySet());
		return new DerainFiles(settings, found);
	}

	/** How many files are meant, whether there is something to do for them or not. */
	public int size() {
		return jobs.size();
	}

	/** Inputs that are missing, unreadable, or hold no images. */
	public List<FileFailure> failures() {
		return failures;
	}

	/** Sentences on what was left out, though nothing failed. */
	public List<String> notes() {
		return notes;
	}

	/**
	 * What would be done, and why.
	 *
	 * @param derain decides whether earlier results still hold
	 */
	public List<PlannedFile> decide(final DerainSettings derain) {
		return decide(new ManifestFiles(settings.output()).read(), derain);
	}

	private List<PlannedFile> decide(final Map<String, ManifestEntry> known, final DerainSettings derain) {
		final FileDecider decider = new FileDecider(settings.overwrite(), known, derain.sha256());
		return jobs.stream().map(decider::decide).toList();
	}

	/**
	 * Derains what is to be done, and goes on after a bad file.
	 *
	 * @throws DrsformerException if the output folder cannot be made or written to, or another run is at work there
	 * @throws java.util.concurrent.CancellationException if the listener asks for it; results so far stay
	 */
	public FilesSummary run(final Derainer derainer, final FilesListener listener) {
		return run(derainer, listener, result -> {});
	}

	/**
	 * As {@link #run(Derainer, FilesListener)}.
	 *
	 * @param results is told what came of each file, one after the other but on any thread
	 */
	public FilesSummary run(final Derainer derainer, final FilesListener listener, final Consumer<FileResult> results) {
		return run(derainer.settings(), (jobs, limit, events) -> new FilesPipeline(derainer, limit, events).run(jobs),
			listener, results);
	}

	/**
	 * As {@link #run(Derainer, FilesListener, Consumer)}, wherever the work is done.
	 *
	 * @param derain how it is done
	 */
	public FilesSummary run(final DerainSettings derain, final FilesWork work, final FilesListener listener,
		final Consumer<FileResult> results)
	{
		if (jobs.isEmpty())
			return withoutFiles(listener, results);
		createFolder(settings.output());
		try (Manifest manifest = Manifest.open(settings.output(), settings.shard())) {
			Leftovers.remove(settings.output(), jobs, settings.shard());
			final List<PlannedFile> files = decide(manifest.entries(), derain);
			createFolders(files);
			final String sha256 = derain.sha256();
			final FilesRun run = new FilesRun(listener, result -> {
				manifest.append(ManifestEntry.of(result, sha256));
				results.accept(result);
			}, settings.failFast());
			notes.forEach(listener::noted);
			failures.forEach(run::failed);
			return run.run(files, work, settings.limit());
		}
	}

	/** There is nothing to make, so that no folder and no manifest is made either. */
	private FilesSummary withoutFiles(final FilesListener listener, final Consumer<FileResult> results) {
		final FilesRun run = new FilesRun(listener, results, settings.failFast());
		notes.forEach(listener::noted);
		failures.forEach(run::failed);
		return run.run(List.of(), (files, limit, events) -> {}, settings.limit());
	}

	private static void createFolders(final List<PlannedFile> files) {
		files.stream().filter(file -> file.decision().isToDo()).map(file -> file.job().output().getParent()).distinct()
			.forEach(DerainFiles::createFolder);
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
