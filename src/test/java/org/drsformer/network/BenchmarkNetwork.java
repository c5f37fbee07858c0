package org.drsformer.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.drsformer.Progress;
import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.drsformer.network.configuration.Architecture;
import org.drsformer.network.configuration.Configuration;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** A network in one of its two forms, which the benchmarks run on random images. */
public final class BenchmarkNetwork implements AutoCloseable {

	/** The bundled model. */
	public static final String COMPACT = "compact";

	/** The published Restormer, with random weights. */
	public static final String RESTORMER = "restormer";

	/** The published sizes, DRSformer with the experts and without, and Restormer; and the bundled model. */
	public static final List<String> NAMES = List.of("full48_mefc", "full48_200L_SPA", RESTORMER, COMPACT);

	private static final String COMPACT_FILE = "/org/drsformer/model/drsformer-compact.pth";

	/** The way in which the network is computed. */
	public enum Form {
		/** By {@link PlainReference}. */
		PLAIN,
		/** By {@link RestorationNetwork}, as for users. */
		STRIPS
	}

	private final NDManager manager;
	private final Form form;
	private final UnaryOperator<NDArray> network;
	private final int channels;

	private BenchmarkNetwork(final String name, final Form form, final int threads, final NDManager manager) {
		this.manager = manager;
		this.form = form;
		final Map<String, Tensor> weights = weights(name);
		final Configuration configuration = Configuration.infer(weights, name);
		channels = configuration.inputChannels();
		if (form == Form.PLAIN)
			network = new PlainReference(configuration, PlainReference.arrays(weights, DataType.FLOAT32, manager),
				null)::forward;
		else {
			final RestorationNetwork strips = RestorationNetwork.of(configuration, weights, manager);
			network = image -> strips.forward(image, Long.MAX_VALUE, threads, Progress.NONE);
		}
	}

	/**
	 * @param name one of {@link #NAMES}
	 * @param threads strips side by side; the plain form has as many threads inside as are set
	 */
	public static BenchmarkNetwork load(final String name, final Form form, final int threads) {
		final NDManager manager = Torch.newManager(ComputeDevice.CPU);
		return Torch.infer(() -> new BenchmarkNetwork(name, form, threads, manager));
	}

	private static Map<String, Tensor> weights(final String name) {
		if (name.equals(RESTORMER))
			return RandomNetwork.weights(restormer(), new Random(1));
		if (!name.equals(COMPACT))
			return GoldenNetwork.load(name).weights();
		try (InputStream stream = BenchmarkNetwork.class.getResourceAsStream(COMPACT_FILE)) {
			return Checkpoint.read(stream, name).tensors();
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	private static Configuration restormer() {
		return new Configuration(Architecture.RESTORMER, 3, 3, 48, List.of(4, 6, 6, 8), List.of(1, 2, 4, 8), 2.66,
			false, Configuration.LayerNormType.WITH_BIAS, false, 4);
	}

	/** Returns a random image in the layout of this form, with the same values for both; the caller closes it. */
	public NDArray image(final int width, final int height) {
		manager.getEngine().setRandomSeed(1);
		final NDArray planes = manager.randomUniform(0, 1, new Shape(1, channels, height, width));
		return form == Form.PLAIN ? planes : Maps.channelsLast(planes);
	}

	/** Runs one forward pass, and drops its result. */
	public void forward(final NDArray image) {
		Torch.infer(() -> {
			network.apply(image).close();
			return null;
		});
	}

	/** Returns the result of one forward pass on a random image, in the order (C, H, W). */
	public double[] result(final int width, final int height) {
		return Torch.infer(() -> {
			try (NDArray image = image(width, height); NDArray result = network.apply(image)) {
				return form == Form.PLAIN ? result.toType(DataType.FLOAT64, true).toDoubleArray() : Maps.values(result);
			}
		});
	}

	@Override
	public void close() {
		manager.close();
	}
}
