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
import org.drsformer.batch.manifest.ManifestEntry;
import org.drsformer.batch.manifest.ManifestFiles;
import org.drsformer.batch.manifest.RunRecord;
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
 * A {@link RunRecord} in the output folder records the results. Another run derains only the files whose results are
 * missing, incomplete or out of date. A plan is immutable and may be run several times.
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

	/** Plans a run with default settings, see {@link #plan(BatchSettings)}. */
	public static DerainFiles plan(final List<Path> inputs, final Path folder) {
		return plan(BatchSettings.of(inputs, folder));
	}

	/**
	 * Finds the files and decides where their results go; writes nothing. In folders, it leaves out hidden files, files
	 * that are not named as images, and results of earlier runs. An input that is missing or unreadable becomes a
	 * failure of the run; so do inputs whose results would have the same name. If several folders are given, the
	 * results of each go into a subfolder with its name.
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
	 * Returns the files that the run reads and writes, to check that the caller writes none of them.
	 *
	 * @throws DrsformerException if a result would replace a file with another role
	 */
	public FileRoles roles() {
		final FileRoles roles = new FileRoles();
		all.forEach(job -> roles.reads("an input", job.input()));
		all.forEach(job -> roles.writes("a result", job.output()));
		new ManifestFiles(settings.output()).taken(settings.shard())
			.forEach(file -> roles.writes("a manifest of results", file));
		return roles;
	}

	/**
	 * Returns the failures so far: inputs that are missing or unreadable or have no images, and inputs whose results
	 * would have the same name.
	 */
	public List<FileFailure> failures() {
		return List.copyOf(failures);
	}

	/** Returns sentences about what was left out although nothing failed. */
	public List<String> notes() {
		return notes;
	}

	/**
	 * Returns for each file whether a run would derain it, and why.
	 *
	 * @param derain the settings of that run; results that were made with others are out of date
	 */
	public List<PlannedFile> decide(final DerainSettings derain) {
		return decide(new ManifestFiles(settings.output()).read(), derain);
	}

	private List<PlannedFile> decide(final Map<String, ManifestEntry> known, final DerainSettings derain) {
		final FileDecider decider = new FileDecider(settings.overwrite(), known, derain.sha256());
		return jobs.stream().map(decider::decide).toList();
	}

	/**
	 * Derains the files that need it, and goes on after a bad file.
	 *
	 * @throws DrsformerException if the output folder cannot be made or written to, or another run is using it
	 * @throws java.util.concurrent.CancellationException if the listener cancels the run; the results so far stay
	 */
	public BatchSummary run(final Derainer derainer, final BatchListener listener) {
		return run(derainer, listener, result -> {});
	}

	/**
	 * Does the same as {@link #run(Derainer, BatchListener)}, and passes the result of each file on.
	 *
	 * @param results receives the result of each file, one at a time but on any thread
	 */
	public BatchSummary run(final Derainer derainer, final BatchListener listener, final Consumer<FileResult> results) {
		final BatchWorker pipeline = (files, limit, time,
			pipelineListener) -> new BatchPipeline(derainer, limit, time, pipelineListener).derainAll(files);
		return runWith(pipeline, derainer.settings(), listener, results);
	}

	/**
	 * Does the same as {@link #run(Derainer, BatchListener, Consumer)}, but another worker derains the files.
	 *
	 * @param derain the settings that the worker uses
	 */
	public BatchSummary runWith(final BatchWorker worker, final DerainSettings derain, final BatchListener listener,
		final Consumer<FileResult> results)
	{
		if (jobs.isEmpty())
			return withoutFiles(listener, results);
		OutputFolder.create(settings.output());
		try (RunRecord manifest = RunRecord.of(settings.output(), settings.shard())) {
			Leftovers.remove(settings.output(), jobs, settings.shard());
			final List<PlannedFile> files = decide(manifest.entries(), derain);
			createFolders(files);
			final String sha256 = derain.sha256();
			final BatchRun run = new BatchRun(listener,
				begun -> manifest.append(begun.stream().map(job -> ManifestEntry.started(job, sha256)).toList()),
				result -> {
					manifest.append(List.of(ManifestEntry.of(result, sha256)));
					results.accept(result);
				}, settings.failFast());
			notes.forEach(listener::noted);
			failures.forEach(run::failed);
			return run.derain(files, worker, settings);
		}
	}

	/** Reports the failures only: makes neither the output folder nor a manifest. */
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
