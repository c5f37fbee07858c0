package org.drsformer.train.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.ToDoubleFunction;

import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.drsformer.train.recipe.Loss;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Losses and their gradients against the formulas in double precision. */
class LossValueTest {

	private static final int N = 2;
	private static final int HEIGHT = 4;
	private static final int WIDTH = 6;
	private static final int CHANNELS = 3;
	private static final double STEP = 1e-6;

	@ParameterizedTest
	@EnumSource
	void isTheFormulaAndSoIsItsGradient(final Loss loss) {
		final float[] values = values();
		final ToDoubleFunction<double[]> formula = d -> formula(loss, d);
		try (NDManager manager = Torch.newManager(ComputeDevice.CPU)) {
			final NDArray difference = manager.create(values, new Shape(N, HEIGHT, WIDTH, CHANNELS)).duplicate();
			difference.setRequiresGradient(true);
			final double actual = Torch.record(() -> {
				final NDArray result = LossValue.of(loss, difference);
				Torch.backward(result);
				return (double) result.getFloat();
			});
			assertEquals(formula.applyAsDouble(doubles(values)), actual, 1e-5);
			final float[] gradient = difference.getGradient().toFloatArray();
			for (int i = 0; i < values.length; i += 7)
				assertEquals(slope(formula, values, i), gradient[i], 1e-5, loss + " at " + i);
		}
	}

	private static float[] values() {
		final Random random = new Random(1);
		final float[] values = new float[N * HEIGHT * WIDTH * CHANNELS];
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextFloat() - 0.5f;
		return values;
	}

	private static double[] doubles(final float[] values) {
		final double[] doubles = new double[values.length];
		for (int i = 0; i < values.length; i++)
			doubles[i] = values[i];
		return doubles;
	}

	private static double slope(final ToDoubleFunction<double[]> formula, final float[] values, final int index) {
		final double[] up = doubles(values);
		final double[] down = doubles(values);
		up[index] += STEP;
		down[index] -= STEP;
		return (formula.applyAsDouble(up) - formula.applyAsDouble(down)) / (2 * STEP);
	}

	private static double formula(final Loss loss, final double[] d) {
		double sum = 0;
		for (final double value : d)
			sum += loss == Loss.CHARBONNIER ? Math.sqrt(value * value + 1e-6) : Math.abs(value);
		return sum / d.length + (loss == Loss.L1_FFT ? 0.1 * fourier(d) : 0);
	}

	/** Returns the mean of |real part| and |imaginary part| of all coefficients, by the sum that defines them. */
	private static double fourier(final double[] d) {
		double sum = 0;
		for (int n = 0; n < N; n++)
			for (int c = 0; c < CHANNELS; c++)
				for (int v = 0; v < HEIGHT; v++)
					for (int u = 0; u < WIDTH; u++)
						sum += coefficient(d, n, c, u, v);
		return sum / (2 * d.length);
	}

	private static double coefficient(final double[] d, final int n, final int c, final int u, final int v) {
		double real = 0;
		double imaginary = 0;
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++) {
				final double angle = -2 * Math.PI * ((double) v * y / HEIGHT + (double) u * x / WIDTH);
				final double value = d[((n * HEIGHT + y) * WIDTH + x) * CHANNELS + c];
				real += value * Math.cos(angle);
				imaginary += value * Math.sin(angle);
			}
		return Math.abs(real) + Math.abs(imaginary);
	}
}
