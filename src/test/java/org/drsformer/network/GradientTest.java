package org.drsformer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

import org.drsformer.network.configuration.Configuration;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.strip.RecordingStrips;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;

/** The network can be trained: its gradients are those of the formulas. */
@ExtendWith(Inference.class)
class GradientTest {

	/** Relative to the largest gradient of a tensor, with a floor, since float32 sums have many terms that cancel. */
	private static final double TOLERANCE = 1e-3;
	private static final double FLOOR = 1e-6;

	private static final int PROBES = 12;
	private static final double STEP = 1e-6;

	/** Weights that ask for gradients, an image (N, H, W, C), and the target. */
	private record Problem(Configuration configuration, Map<String, NDArray> parameters, NDArray image,
		NDArray target) {

		static Problem of(final GoldenNetwork golden, final DataType type, final NDManager manager) {
			final Map<String, NDArray> parameters = PlainReference.arrays(golden.weights(), type, manager);
			parameters.values().forEach(parameter -> parameter.setRequiresGradient(true));
			final NDArray image = golden.map("acts/input.npy", manager).toType(type, false);
			return new Problem(golden.configuration(), parameters, image, image.square().sub(0.1));
		}

		NDArray strips(final NDArray input) {
			return new RestorationNetwork(configuration, Parameters.of(parameters), input.getManager()).forward(input,
				new RecordingStrips());
		}

		NDArray plain(final NDArray input) {
			return new PlainReference(configuration, parameters, null).forward(input.transpose(0, 3, 1, 2))
				.transpose(0, 2, 3, 1);
		}

		NDArray loss(final UnaryOperator<NDArray> network) {
			return network.apply(image).sub(target).abs().mean();
		}

		/** Returns the derivative of the formulas' loss with respect to one weight, as a difference quotient. */
		double slope(final String parameter, final int index) {
			return (lossWith(parameter, index, STEP) - lossWith(parameter, index, -STEP)) / (2 * STEP);
		}

		private double lossWith(final String parameter, final int index, final double step) {
			final NDArray before = parameters.get(parameter);
			final double[] values = before.toDoubleArray();
			values[index] += step;
			parameters.put(parameter, before.getManager().create(values, before.getShape()));
			try {
				return loss(this::plain).getDouble();
			}
			finally {
				parameters.put(parameter, before);
			}
		}

		/** Returns the gradients by the names of the parameters. */
		Map<String, double[]> gradients(final UnaryOperator<NDArray> network) {
			try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
				final NDArray loss = loss(network);
				// frees the Java memory of arrays that the network has closed, to show whether one was still needed
				System.gc();
				collector.backward(loss);
			}
			final Map<String, double[]> gradients = new LinkedHashMap<>();
			parameters.forEach((name, parameter) -> gradients.put(name,
				parameter.getGradient().toType(DataType.FLOAT64, true).toDoubleArray()));
			return gradients;
		}
	}

	@ParameterizedTest
	@ValueSource(
		strings = { "d8_plain", "d8_mefc_biasfree_bias_1ch", "d16_mefc", "r_d8_withbias", "r_d8_biasfree_bias_gray" })
	void gradientsAreThoseOfTheFormulas(final String name, final NDManager manager) {
		final GoldenNetwork golden = GoldenNetwork.load(name);
		final Problem exact = Problem.of(golden, DataType.FLOAT64, manager);
		final Problem single = Problem.of(golden, DataType.FLOAT32, manager);
		final Map<String, double[]> expected = exact.gradients(exact::plain);
		single.gradients(single::strips).forEach((parameter, gradient) -> {
			final double scale = FLOOR + largest(expected.get(parameter));
			Deviation.between(expected.get(parameter), gradient).assertWithin(TOLERANCE * scale, parameter);
		});
	}

	/** A difference quotient of the formulas in double precision does not depend on autograd. */
	@ParameterizedTest
	@ValueSource(strings = { "d8_plain", "d8_mefc_biasfree_bias_1ch", "r_d8_withbias" })
	void gradientsAreFiniteDifferences(final String name, final NDManager manager) {
		final GoldenNetwork golden = GoldenNetwork.load(name);
		final Problem exact = Problem.of(golden, DataType.FLOAT64, manager);
		final Problem single = Problem.of(golden, DataType.FLOAT32, manager);
		final Map<String, double[]> gradients = single.gradients(single::strips);
		final List<String> names = new ArrayList<>(gradients.keySet());
		final Random random = new Random(5);
		for (int i = 0; i < PROBES; i++) {
			final String parameter = names.get(random.nextInt(names.size()));
			final double[] gradient = gradients.get(parameter);
			final int index = random.nextInt(gradient.length);
			assertEquals(exact.slope(parameter, index), gradient[index], TOLERANCE * (FLOOR + largest(gradient)),
				parameter + " at " + index);
		}
	}

	private static double largest(final double[] values) {
		return DoubleStream.of(values).map(Math::abs).max().orElseThrow();
	}
}
