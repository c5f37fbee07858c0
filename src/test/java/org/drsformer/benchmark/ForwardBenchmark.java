package org.drsformer.benchmark;

import java.util.concurrent.TimeUnit;

import org.drsformer.engine.Torch;
import org.drsformer.network.BenchmarkNetwork;
import org.drsformer.network.BenchmarkNetwork.Form;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import ai.djl.ndarray.NDArray;

/** One forward pass in a process of its own; {@link Benchmarks} runs it in both forms in turns and writes a report. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
public class ForwardBenchmark {

	/** The size of an image that warms up the compiler and the thread pool. */
	private static final int SMALL = 64;

	@Param({ "full48_mefc", "full48_200L_SPA", "restormer", "compact" })
	public String network;

	@Param
	public Form form;

	@Param("256x256")
	public String size;

	@Param("2")
	public int threads;

	private BenchmarkNetwork loaded;
	private NDArray image;

	/** Loads the model and runs it once on a small image. */
	@Setup
	public void load() {
		Torch.setThreads(threads);
		loaded = BenchmarkNetwork.load(network, form, threads);
		Meter.modelLoaded();
		try (NDArray small = loaded.image(SMALL, SMALL)) {
			loaded.forward(small);
		}
		final Size pixels = Size.parse(size);
		image = loaded.image(pixels.width(), pixels.height());
	}

	@Benchmark
	public void forward() {
		Meter.measure(() -> loaded.forward(image));
	}

	@TearDown
	public void close() {
		image.close();
		loaded.close();
	}
}
