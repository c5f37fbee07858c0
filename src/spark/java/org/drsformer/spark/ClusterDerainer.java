package org.drsformer.spark;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.drsformer.batch.BatchWorker;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;
import org.drsformer.batch.pipeline.PipelineListener;
import org.drsformer.derain.DerainSettings;
import org.drsformer.image.file.content.PixelLimit;
import org.drsformer.image.file.content.ReadTime;

/** Lets the executors of a cluster derain the files of a run. The driver reports each file when it is done. */
final class ClusterDerainer implements BatchWorker {

	private final SparkSession spark;
	private final DerainSettings settings;
	private final Path output;

	/** @param output the folder with the manifest, which all executors can access */
	ClusterDerainer(final SparkSession spark, final DerainSettings settings, final Path output) {
		this.spark = spark;
		this.settings = settings;
		this.output = output;
	}

	@Override
	public void derain(final List<FileJob> jobs, final PixelLimit limit, final ReadTime time,
		final PipelineListener listener)
	{
		if (jobs.isEmpty())
			return;
		final Map<String, RemoteFile> files = new LinkedHashMap<>();
		final Map<String, FileJob> names = new LinkedHashMap<>();
		for (final FileJob job : jobs) {
			final RemoteFile file = RemoteFile.of(job);
			files.put(BinaryFiles.key(file), file);
			names.put(job.name(), job);
		}
		final String name = UUID.randomUUID().toString();
		final SparkContext context = spark.sparkContext();
		final JavaRDD<SourceFile> sources = new BinaryFiles(spark).read(files);
		final Broadcast<Map<String, RemoteFile>> shared = JavaSparkContext.fromSparkContext(context).broadcast(files);
		try {
			// executors cannot announce each file
			listener.writing(jobs);
			final DerainTask task = new DerainTask(name, shared, RemoteNetwork.of(settings, context), output, limit,
				time, Tries.of(context));
			new ClusterJob<RemoteResult>(context, listener, jobs.size()).forEachResult(sources, task,
				result -> report(listener, result.result(names.remove(result.name()))));
			if (!listener.isStopped())
				names.values().forEach(job -> report(listener, lost(job)));
		}
		finally {
			shared.destroy();
			StageCleaner.clean(context, name);
		}
	}

	private static FileResult lost(final FileJob job) {
		return new FileResult(job, 0, 0, 0, null, 0, 0, "Spark could not deliver the file " + job.input() +
			"; check that it still exists and that all executors may read it, and start again.");
	}

	private static void report(final PipelineListener listener, final FileResult result) {
		listener.started(result.job());
		listener.recorded(result);
		listener.finished(result);
	}
}
