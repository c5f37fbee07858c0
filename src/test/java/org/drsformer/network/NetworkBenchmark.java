package org.drsformer.network;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.drsformer.Progress;
import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;

import com.sun.management.OperatingSystemMXBean;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * What the strip form saves against the {@link PlainReference} in the same library, in turns in one run, on 2 threads.
 * Arguments are names of networks (full48_mefc, full48_200L_SPA, compact) and sizes such as 256x256; all networks at
 * 256x256 without. On a machine that does other work as well, set OMP_WAIT_POLICY=PASSIVE, or the threads burn time
 * while they wait for each other.
 */
final class NetworkBenchmark {

	private static final int THREADS = 2;
	private static final int ROUNDS = 3;
	private static final List<String> NETWORKS = List.of("full48_mefc", "full48_200L_SPA", "compact");
	private static final String COMPACT = "/org/drsformer/model/drsformer-compact.pth";

	/** Seconds of one forward pass, on the clock and summed over the processors. */
	private record Time(double wall, double cpu) {

		static Time of(final Supplier<NDArray> forward) {
			final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
			final long wall = System.nanoTime();
			final long cpu = system.getProcessCpuTime();
			forward.get().close();
			return new Time((System.nanoTime() - wall) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
		}

		Time least(final Time other) {
			return new Time(Math.min(wall, other.wall), Math.min(cpu, other.cpu));
		}
	}

	private NetworkBenchmark() {
		// main only
	}

	public static void main(final String... arguments) {
		final List<String> networks = new ArrayList<>();
		final List<String> sizes = new ArrayList<>();
		for (final String argument : arguments)
			(NETWORKS.contains(argument) ? networks : sizes).add(argument);
		Torch.setThreads(THREADS);
		System.out.printf("%-16s %10s %28s %28s %14s%n", "network", "size", "plain: CPU s, wall s", "strips: CPU s, wall s",
			"ratio: CPU, wall");
		for (final String network : networks.isEmpty() ? NETWORKS : networks)
			for (final String size : sizes.isEmpty() ? List.of("256x256") : sizes)
				Torch.infer(() -> measure(network, size));
	}

	private static Void measure(final String network, final String size) {
		final Map<String, Tensor> weights = weights(network);
		final Configuration configuration = Configuration.infer(weights, network);
		try (NDManager manager = Torch.newManager(ComputeDevice.CPU)) {
			final NDArray planes = manager.randomUniform(0, 1, shape(size, configuration.inputChannels()));
			final NDArray image = Maps.channelsLast(planes.reshape(planes.getShape()));
			final PlainReference reference = new PlainReference(configuration, PlainReference.arrays(weights,
				DataType.FLOAT32, manager), null);
			final Drsformer strips = Drsformer.of(configuration, weights, manager);
			compare(network, size, () -> reference.forward(planes), () -> strips.forward(image, Long.MAX_VALUE,
				Progress.NONE));
		}
		return null;
	}

	private static void compare(final String network, final String size, final Supplier<NDArray> plain,
		final Supplier<NDArray> strips)
	{
		plain.get().close();
		strips.get().close();
		Time ofPlain = Time.of(plain);
		Time ofStrips = Time.of(strips);
		for (int round = 1; round < ROUNDS; round++) {
			ofPlain = ofPlain.least(Time.of(plain));
			ofStrips = ofStrips.least(Time.of(strips));
		}
		System.out.printf("%-16s %10s %17.2f %10.2f %17.2f %10.2f %8.2f %5.2f%n", network, size, ofPlain.cpu, ofPlain.wall,
			ofStrips.cpu, ofStrips.wall, ofStrips.cpu / ofPlain.cpu, ofStrips.wall / ofPlain.wall);
	}

	/** (1, C, H, W). */
	private static Shape shape(final String size, final int channels) {
		final String[] sides = size.split("x");
		return new Shape(1, channels, Long.parseLong(sides[0]), Long.parseLong(sides[1]));
	}

	private static Map<String, Tensor> weights(final String network) {
		if (!network.equals("compact"))
			return GoldenNetwork.load(network).weights();
		try (InputStream stream = NetworkBenchmark.class.getResourceAsStream(COMPACT)) {
			return Checkpoint.read(stream, network).tensors();
		}
		catch (final IOException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
