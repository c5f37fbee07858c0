package org.drsformer.train.learner;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.drsformer.network.PlainForm;
import org.drsformer.train.data.CropBatch;
import org.drsformer.train.recipe.OptimizerSettings;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Takes the steps of a fixture as PyTorch does, with the same result on every machine: gradients of the plain formulas
 * in float64, and clipping and {@code torch.optim.AdamW} in Java's float32, rounding by rounding.
 * <p>
 * PyTorch's own gradients are float32, and some of the millions of values before a ReLU are closer to zero than the
 * rounding of the sums that they come from. So a gradient may be taken at weights that differ by a rounding, to bring
 * these values to the side of zero on which PyTorch had them.
 */
final class ExactLearner {

	private static final double CLIP_EPS = 1e-6;

	/** Two units in the last place of a float32. */
	private static final double ROUNDING = 0x1p-22;

	private final TrainingFixture fixture;
	private final FlatTensors tensors;

	/**
	 * The result of a step.
	 *
	 * @param after the state after the step, without a moving average of the weights
	 */
	record Step(double loss, double gradientNorm, LearnerState after) {}

	ExactLearner(final TrainingFixture fixture) {
		this.fixture = fixture;
		tensors = fixture.start().tensors();
	}

	/** @param rounding seed of the roundings of the weights at which the gradient is taken; 0 for none */
	Step step(final LearnerState before, final long rounding) {
		final double[] gradient = new double[tensors.size()];
		final double loss = Torch
			.record(() -> backward(fixture.batch((int) before.steps()), rounded(before.weights(), rounding), gradient));
		final double norm = Math.sqrt(DoubleStream.of(gradient).map(value -> value * value).sum());
		return new Step(loss, norm,
			update(before, gradient, Math.min(1, fixture.optimizer().clip() / (norm + CLIP_EPS))));
	}

	private static double[] rounded(final float[] weights, final long rounding) {
		final Random random = new Random(rounding);
		return IntStream.range(0, weights.length)
			.mapToDouble(i -> rounding == 0 ? weights[i] : weights[i] * (1 + ROUNDING * (2 * random.nextDouble() - 1)))
			.toArray();
	}

	/** Returns the loss, and puts the gradient into the array. */
	private double backward(final CropBatch batch, final double[] weights, final double[] gradient) {
		final Shape shape = new Shape(batch.count(), batch.height(), batch.width(), batch.channels());
		try (NDManager manager = Torch.newManager(ComputeDevice.CPU); NDScope scope = new NDScope()) {
			scope.suppressNotUsedWarning();
			final Map<String, NDArray> leaves = leaves(weights, manager);
			final NDArray loss = PlainForm
				.forward(fixture.configuration(), leaves, image(batch.rainy(), shape, manager))
				.sub(image(batch.clean(), shape, manager))
				.abs()
				.mean();
			Torch.backward(loss);
			tensors.parts()
				.forEach((name, part) -> System.arraycopy(leaves.get(name).getGradient().toDoubleArray(), 0, gradient,
					part.from(), part.to() - part.from()));
			return loss.getDouble();
		}
	}

	private static NDArray image(final float[] values, final Shape shape, final NDManager manager) {
		return manager.create(values, shape).toType(DataType.FLOAT64, true);
	}

	private Map<String, NDArray> leaves(final double[] weights, final NDManager manager) {
		final Map<String, NDArray> leaves = new LinkedHashMap<>();
		tensors.parts().forEach((name, part) -> {
			final NDArray leaf = manager.create(Arrays.copyOfRange(weights, part.from(), part.to()),
				new Shape(IntStream.of(part.shape()).asLongStream().toArray()));
			leaf.setRequiresGradient(true);
			leaves.put(name, leaf);
		});
		return leaves;
	}

	/** Does the operations of {@code torch.optim.adamw._single_tensor_adamw}, version 1.13, in the same order. */
	private LearnerState update(final LearnerState before, final double[] gradient, final double clip) {
		final OptimizerSettings s = fixture.optimizer();
		final double rate = fixture.learningRate((int) before.steps());
		final long steps = before.steps() + 1;
		final float decay = (float) (1 - rate * s.decay());
		final float stepSize = (float) -(rate / (1 - Math.pow(s.beta1(), steps)));
		final float root = (float) Math.sqrt(1 - Math.pow(s.beta2(), steps));
		final float[] weights = before.weights().clone();
		final float[] firstMoment = before.firstMoment().clone();
		final float[] secondMoment = before.secondMoment().clone();
		for (int i = 0; i < gradient.length; i++) {
			final float g = (float) gradient[i] * (float) clip;
			weights[i] *= decay;
			firstMoment[i] = Math.fma(g, (float) (1 - s.beta1()), firstMoment[i] * (float) s.beta1());
			secondMoment[i] = secondMoment[i] * (float) s.beta2() + (float) (1 - s.beta2()) * g * g;
			final float denominator = (float) Math.sqrt(secondMoment[i]) / root + (float) s.eps();
			weights[i] += stepSize * firstMoment[i] / denominator;
		}
		return new LearnerState(tensors, steps, weights, weights, firstMoment, secondMoment);
	}
}
