package org.drsformer.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.drsformer.DrsformerException;
import org.drsformer.batch.job.FileFailure;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;
import org.drsformer.batch.manifest.Manifest;
import org.drsformer.batch.manifest.ManifestEntry;
import org.drsformer.batch.manifest.ManifestFiles;
import org.drsformer.batch.pipeline.BatchPipeline;
import org.drsformer.batch.plan.FileDecider;
import org.drsformer.batch.plan.InputFiles;
import org.drsformer.batch.plan.Leftovers;
import org.drsformer.batch.plan.OutputChecks;
import org.drsformer.batch.plan.PlannedFile;
import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.io.FileRoles;
import org.drsformer.io.OutputFolder;

/**
 * Removes rain from image files and folders of them:
 *
 * <pre>
 * DerainFiles files = DerainFiles.plan(BatchSettings.of(List.of(Path.of("rainy")), Path.of("clean")));
 * BatchSummary summary = files.run(derainer, listener);
 * </pre>
 *
 * What has been done is recorded in a {@link Manifest} in the output folder. Run again, it does what is missing, has
 * changed or was left half done. A plan is immutable and may be run several times.
 */
public final class DerainFiles {

	private final BatchSettings settings;
	private final List<FileJob> all;
	private final List<FileJob> jobs;
	private final List<FileFailure> failures;
	private final List<String> notes;

	private DerainFiles(final BatchSettings settings, final InputFiles found, final OutputChecks checked) {
		this.settings = settings;
		all = List.copyOf(checked.jobs());
		jobs = all.stream().filter(job -> settings.shard().holds(job.name())).toList();
		failures = new ArrayList<>(found.failures());
		checked.refused().forEach((job, why) -> {
			if (settings.shard().holds(job.name()))
				failures.add(FileFailure.of(job.input(), why));
		});
		notes = List.copyOf(found.notes());
	}

	/** As {@link #plan(BatchSettings)}, with everything else by default. */
	public static DerainFiles plan(final List<Path> inputs, final Path folder) {
		return plan(BatchSettings.of(inputs, folder));
	}

	/**
	 * Finds the files and decides where their results go, before anything is written. In folders, hidden files, files
	 * with names of other kinds, and results of earlier runs are left out. What is missing or unreadable becomes a
	 * failure of the run, and so do inputs that have a result of the same name. Of several folders among the inputs,
	 * the results of each go into a folder of its name.
	 *
	 * @throws DrsformerException if an input would be overwritten
	 */
	public static DerainFiles plan(final BatchSettings settings) {
		if (Files.exists(settings.output()) && !Files.isDirectory(settings.output()))
			throw new DrsformerException("The output folder " + settings.output() + " is a file; name a folder.");
		final Map<String, ManifestEntry> known = new ManifestFiles(settings.output()).read();
		final InputFiles found = new InputFiles(settings, known.keySet());
		return new DerainFiles(settings, found, new OutputChecks(found.jobs(), known.keySet()));
	}

	/**
	 * Returns what is read and written, for the check that nothing else is written there.
	 *
	 * @throws DrsformerException if a result would be written where something else is
	 */
	public FileRoles roles() {
		final FileRoles roles = new FileRoles();
		all.forEach(job -> roles.reads("an input", job.input()));
		all.forEach(job -> roles.writes("a result", job.output()));
		new ManifestFiles(settings.output()).taken(settings.shard())
			.forEach(file -> roles.writes("a manifest of results", file));
		return roles;
	}

	/** How many files are meant, whether there is something to do for them or not. */
	public int size() {
		return jobs.size();
	}

	/** Inputs that are missing, unreadable, or hold no images, and those whose results would have the same name. */
	public List<FileFailure> failures() {
		return List.copyOf(failures);
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
	public BatchSummary run(final Derainer derainer, final BatchListener listener) {
		return run(derainer, listener, result -> {});
	}

	/**
	 * As {@link #run(Derainer, BatchListener)}.
	 *
	 * @param results is told what came of each file, one after the other but on any thread
	 */
	public BatchSummary run(final Derainer derainer, final BatchListener listener, final Consumer<FileResult> results) {
		final BatchWorker pipeline = (files, limit, time,
			pipelineListener) -> new BatchPipeline(derainer, limit, time, pipelineListener).derainAll(files);
		return runWith(pipeline, derainer.settings(), listener, results);
	}

	/**
	 * As {@link #run(Derainer, BatchListener, Consumer)}, wherever the work is done.
	 *
	 * @param derain how it is done
	 */
	public BatchSummary runWith(final BatchWorker worker, final DerainSettings derain, final BatchListener listener,
		final Consumer<FileResult> results)
	{
		if (jobs.isEmpty())
			return withoutFiles(listener, results);
		OutputFolder.create(settings.output());
		try (Manifest manifest = Manifest.open(settings.output(), settings.shard())) {
			Leftovers.remove(settings.output(), jobs, settings.shard());
			final List<PlannedFile> files = decide(manifest.entries(), derain);
			createFolders(files);
			final String sha256 = derain.sha256();
			final BatchRun run = new BatchRun(listener,
				begun -> manifest.append(begun.stream().map(job -> ManifestEntry.started(job, sha256)).toList()),
				result -> {
					manifest.append(ManifestEntry.of(result, sha256));
					results.accept(result);
				}, settings.failFast());
			notes.forEach(listener::noted);
			failures.forEach(run::failed);
			return run.derain(files, worker, settings);
		}
	}

	/** There is nothing to make, so that no folder and no manifest is made either. */
	private BatchSummary withoutFiles(final BatchListener listener, final Consumer<FileResult> results) {
		final BatchRun run = new BatchRun(listener, begun -> {}, results, settings.failFast());
		notes.forEach(listener::noted);
		failures.forEach(run::failed);
		return run.derain(List.of(), (files, limit, time, pipelineListener) -> {}, settings);
	}

	private static void createFolders(final List<PlannedFile> files) {
		files.stream()
			.filter(file -> file.decision().isToDo())
			.map(file -> file.job().output().getParent())
			.distinct()
			.forEach(OutputFolder::create);
	}
}
