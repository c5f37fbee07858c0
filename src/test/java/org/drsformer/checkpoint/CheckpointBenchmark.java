package org.drsformer.checkpoint;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.FixtureWeights;
import org.drsformer.SafetensorsFile;

import com.sun.management.ThreadMXBean;

/**
 * Measures the seconds and the memory that writing and reading a full size checkpoint (33.7 million numbers, 135 MB)
 * take, in both formats, and a check that keeps nothing.
 */
public final class CheckpointBenchmark {

	private CheckpointBenchmark() {}

	public static void main(final String[] args) throws IOException {
		final Path file = args.length > 0 ? Path.of(args[0]) : Files.createTempFile("checkpoint", ".pth");
		final Checkpoint weights = FixtureWeights.generate("fixtures/full48_mefc/manifest.json");
		final Path safetensors = file.resolveSibling(file.getFileName() + ".safetensors");
		SafetensorsFile.write(safetensors, weights);
		for (int i = 0; i < 3; i++) {
			measure("write", () -> weights.write(file));
			measure("read", () -> Checkpoint.read(file));
			measure("read safetensors", () -> Checkpoint.read(safetensors));
			measure("check", () -> check(file));
		}
		System.out.println(Files.size(file) + " bytes in " + file);
	}

	private static void check(final Path file) {
		try (CheckpointFile opened = CheckpointFile.open(file)) {
			opened.check();
		}
	}

	private static void measure(final String what, final Runnable work) {
		final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		final long before = threads.getCurrentThreadAllocatedBytes();
		final long start = System.nanoTime();
		final long cpu = threads.getCurrentThreadCpuTime();
		work.run();
		System.out.printf("%s: %.2f s, %.2f s of one processor, %d MB allocated%n", what,
			(System.nanoTime() - start) * 1e-9, (threads.getCurrentThreadCpuTime() - cpu) * 1e-9,
			threads.getCurrentThreadAllocatedBytes() - before >> 20);
	}
}
