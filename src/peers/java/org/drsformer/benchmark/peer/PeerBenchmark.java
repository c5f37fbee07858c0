package org.drsformer.benchmark.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.drsformer.benchmark.Meter;
import org.drsformer.benchmark.Size;
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

/**
 * One forward pass of one side in a process of its own, after one on the same image that does not count.
 * {@link PeerBenchmarks} runs both sides in turns and writes a report.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
public class PeerBenchmark {

	@Param
	public Side side;

	@Param("network.onnx")
	public String onnx;

	@Param("compact")
	public String model;

	@Param("256x256")
	public String size;

	@Param("1")
	public int threads;

	@Param("true")
	public boolean spinning;

	@Param("3")
	public int channels;

	/** The file that gets the result of the last pass. */
	@Param("result")
	public String result;

	private Peer peer;

	/** Returns the values of all fields. */
	static Map<String, String> parameters(final PeerCase of, final Side side, final int channels, final Path result) {
		return Map.of("side", side.name(), "onnx", of.onnx().toString(), "model", of.model(), "size",
			of.size().toString(), "threads", Integer.toString(of.threads()), "spinning",
			Boolean.toString(of.spinning()), "channels", Integer.toString(channels), "result", result.toString());
	}

	/** Loads the network and makes the image. */
	@Setup
	public void load() {
		final Size pixels = Size.parse(size);
		peer = side.load(new PeerCase(Path.of(onnx), model, pixels, threads, spinning));
		Meter.modelLoaded();
		peer.take(Planes.random(channels, pixels), pixels.height(), pixels.width());
	}

	@Benchmark
	public void pass() {
		Meter.measure(peer::pass);
	}

	@TearDown
	public void close() throws IOException {
		Planes.write(peer.result(), Path.of(result));
		peer.close();
	}
}
