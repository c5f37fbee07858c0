package org.drsformer.spark;

import java.io.IOException;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.drsformer.Progress;
import org.drsformer.batch.DerainFiles;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.spark.remote.HadoopFiles;

import com.sun.management.OperatingSystemMXBean;

import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * Measures time and memory of the driver for a large folder, up to the end of tasks that do nothing:
 * {@code ManyFilesBenchmark 100000}. Each line has the times of one step, and the memory after it.
 */
public final class ManyFilesBenchmark {

	private static final double MEBI = 1 << 20;

	private static final int PROCESSORS = 64;

	private static final double SECOND = 1e9;

	private static final OperatingSystemMXBean OS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

	private static long start = System.nanoTime();
	private static long processorStart = OS.getProcessCpuTime();

	private ManyFilesBenchmark() {}

	public static void main(final String[] args) throws IOException {
		ManyFiles.begin(Integer.parseInt(args[0]));
		SparkRun.configure("local[2]");
		final SparkContext context = SparkContext.getOrCreate(new SparkConf().setAppName("many files"));
		final Path out = Files.createTempDirectory("many");
		print("Spark has started");
		try (HadoopFiles files = HadoopFiles.ofSpark()) {
			final DerainFiles plan = DerainFiles.plan(BatchSettings.of(List.of(files.path(ManyFiles.FOLDER)), out));
			print("planned, from " + ManyFiles.pages() + " pages and " + ManyFiles.questions() + " questions");
			plan.runWith((jobs, limit, time, listener) -> {
				print("decided, " + jobs.size() + " to do");
				listener.writing(jobs);
				print("recorded as begun");
				run(context, jobs);
			}, SparkRun.settings(), SparkRun.silent(), result -> {});
		}
		context.stop();
	}

	private static void run(final SparkContext context, final List<FileJob> jobs) {
		final Map<RemoteFile, List<String>> files = new LinkedHashMap<>();
		jobs.forEach(job -> files.put(RemoteFile.of(job), HadoopFiles.hosts(job.input())));
		final List<Part> parts = Parts.of(files, PROCESSORS);
		print(parts.size() + " tasks");
		final List<String> names = new ArrayList<>();
		new ClusterJob<Part, String>(context, Progress.NONE, () -> 0, () -> false).forEachResult(parts, Part::hosts,
			new Names(), new ClusterJob.Stage("name files", ""), names::add);
		print("all " + names.size() + " names came back");
	}

	/** Prints the times since the last step, and the memory that is used. */
	private static void print(final String what) {
		final double seconds = (System.nanoTime() - start) / SECOND;
		final double processor = (OS.getProcessCpuTime() - processorStart) / SECOND;
		System.gc();
		final Runtime memory = Runtime.getRuntime();
		System.out.printf(Locale.ROOT, "%5.1f s, %5.1f s of processors, %4.0f MiB: %s%n", seconds, processor,
			(memory.totalMemory() - memory.freeMemory()) / MEBI, what);
		start = System.nanoTime();
		processorStart = OS.getProcessCpuTime();
	}

	/** A task that does nothing but to come back. */
	private static final class Names extends AbstractFunction1<Iterator<Part>, ArrayList<String>>
		implements Serializable {

		@Override
		public ArrayList<String> apply(final Iterator<Part> parts) {
			final ArrayList<String> names = new ArrayList<>();
			while (parts.hasNext())
				parts.next().files().forEach(file -> names.add(file.name()));
			return names;
		}
	}
}
