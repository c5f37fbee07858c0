package org.drsformer.spark;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.spark.SparkContext;
import org.drsformer.batch.BatchWorker;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;
import org.drsformer.batch.pipeline.PipelineListener;
import org.drsformer.derain.DerainSettings;
import org.drsformer.image.file.content.PixelLimit;
import org.drsformer.image.file.content.ReadTime;
import org.drsformer.spark.remote.HadoopFiles;

/** Lets the executors of a cluster derain the files of a run. The driver reports each file when it is done. */
final class ClusterDerainer implements BatchWorker {

	private static final String ADVICE = "the results so far stay. Start again to process the missing files.";

	private final SparkContext context;
	private final DerainSettings settings;
	private final Path output;

	/** @param output the output folder, which all executors can access */
	ClusterDerainer(final SparkContext context, final DerainSettings settings, final Path output) {
		this.context = context;
		this.settings = settings;
		this.output = output;
	}

	@Override
	public void derain(final List<FileJob> jobs, final PixelLimit limit, final ReadTime time,
		final PipelineListener listener)
	{
		if (jobs.isEmpty())
			return;
		final String name = UUID.randomUUID().toString();
		try {
			// executors cannot announce each file
			listener.writing(jobs);
			final DerainTask task = new DerainTask(name, RemoteNetwork.of(settings, context), TaskOutput.of(output),
				limit, time, Tries.of(context), TaskCounters.of(context));
			final Run run = new Run(jobs, task, listener);
			run.derain(Parts.of(run.files, context.defaultParallelism()), "derain into " + output);
			if (!run.failed.isEmpty() && !listener.isStopped())
				run.derain(Parts.single(Map.copyOf(run.failed)), "try failed images again");
		}
		finally {
			StageCleaner.clean(context, name);
		}
	}

	/** The files of a run on their way through the cluster. */
	private final class Run {

		private final DerainTask task;
		private final PipelineListener listener;
		private final Map<String, FileJob> jobs = new LinkedHashMap<>();
		private final Map<RemoteFile, List<String>> files = new LinkedHashMap<>();
		private final Map<String, RemoteFile> byName = new LinkedHashMap<>();
		private final Map<RemoteFile, List<String>> failed = new LinkedHashMap<>();
		private final long bytes;
		private long done;

		Run(final List<FileJob> all, final DerainTask task, final PipelineListener listener) {
			this.task = task;
			this.listener = listener;
			for (final FileJob job : all) {
				final RemoteFile file = RemoteFile.of(job);
				jobs.put(job.name(), job);
				byName.put(job.name(), file);
				files.put(file, HadoopFiles.hosts(job.input()));
			}
			// an empty file counts too
			bytes = all.stream().mapToLong(job -> job.bytes() + 1).sum();
		}

		void derain(final List<Part> parts, final String stage) {
			new ClusterJob<Part, RemoteResult>(context, listener, () -> (double) done / bytes, listener::isStopped)
				.forEachResult(parts, Part::hosts, task, new ClusterJob.Stage(stage, ADVICE), this::take);
		}

		private void take(final RemoteResult result) {
			final FileJob job = jobs.get(result.name());
			if (result.again()) {
				final RemoteFile file = byName.get(result.name());
				failed.put(file, files.get(file));
				return;
			}
			done += job.bytes() + 1;
			final FileResult known = result.result(job);
			listener.started(job);
			listener.recorded(known);
			listener.finished(known);
		}
	}
}
