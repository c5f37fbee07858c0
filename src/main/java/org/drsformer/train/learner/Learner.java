package org.drsformer.train.learner;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.drsformer.network.Configuration;
import org.drsformer.network.Drsformer;
import org.drsformer.train.data.Batch;
import org.drsformer.train.recipe.OptimizerSettings;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * A network that learns, step by step: L1 loss, gradient, clipping, {@link AdamW}, and the moving average of the
 * weights.
 * <p>
 * Weights, averages and moments are each one array (P). Used by one thread.
 */
public final class Learner implements AutoCloseable {

	/** What clip_grad_norm_ of PyTorch adds, so as not to divide by zero. */
	private static final double CLIP_EPS = 1e-6;

	/** How a network is computed so that gradients can be taken. */
	@FunctionalInterface
	public interface Form {

		/** Image (N, H, W, C) to the result of the same shape. */
		NDArray forward(Configuration configuration, Map<String, NDArray> parameters, NDArray image);
	}

	private final OptimizerSettings settings;
	private final double averaging;
	private final NDManager manager;
	private final FlatTensors tensors;
	private final NDArray weights;
	private final NDArray averaged;
	private final NDArray average;
	private final NDArray squares;
	private final AdamW optimizer;
	private final BatchGradient gradients;
	private long steps;

	/**
	 * @param averaging how much of the averaged weights stays at each step, in [0, 1)
	 * @param threads how many processors to use, at least 1; a GPU takes a whole batch at once
	 */
	public Learner(final Configuration configuration, final LearnerState state, final OptimizerSettings settings,
		final double averaging, final ComputeDevice device, final int threads)
	{
		this(Drsformer::record, configuration, state, settings, averaging, device, threads);
	}

	/** With a network in another form, to compare. */
	public Learner(final Form network, final Configuration configuration, final LearnerState state,
		final OptimizerSettings settings, final double averaging, final ComputeDevice device, final int threads)
	{
		this.settings = settings;
		this.averaging = averaging;
		tensors = state.tensors();
		steps = state.steps();
		manager = Torch.newManager(device);
		final List<NDArray> arrays = Torch.own(manager,
			own -> Stream.of(state.weights(), state.averaged(), state.average(), state.squares())
				.map(values -> array(values, own))
				.toList());
		weights = arrays.get(0);
		averaged = arrays.get(1);
		average = arrays.get(2);
		squares = arrays.get(3);
		optimizer = new AdamW(settings, average, squares);
		gradients = new BatchGradient(network, configuration, tensors,
			manager.getDevice().isGpu() ? 1 : Math.max(1, threads));
	}

	/** A copy, since DJL's arrays of Java's values borrow their memory. */
	private static NDArray array(final float[] values, final NDManager manager) {
		try (NDArray borrowed = manager.create(values)) {
			return borrowed.duplicate();
		}
	}

	/** Steps taken so far. */
	public long steps() {
		return steps;
	}

	public NDManager manager() {
		return manager;
	}

	/**
	 * Learns from a batch. If the result is not finite the weights are left as they are.
	 *
	 * @throws org.drsformer.DrsformerException if the engine fails, such as when memory runs out
	 */
	public StepResult step(final Batch batch, final double learningRate) {
		return Torch.infer(() -> {
			try (NDManager scope = manager.newSubManager()) {
				final BatchGradient.Result made = gradients.of(batch, weights, scope);
				final StepResult result = new StepResult(made.loss(), norm(made.gradient()));
				if (result.isFinite())
					update(made.gradient(), result.gradientNorm(), learningRate);
				return result;
			}
		});
	}

	private static double norm(final NDArray gradient) {
		try (NDArray norm = gradient.norm()) {
			return norm.getFloat();
		}
	}

	private void update(final NDArray gradient, final double norm, final double learningRate) {
		gradient.muli(Math.min(1, settings.clip() / (norm + CLIP_EPS)));
		steps++;
		optimizer.update(weights, gradient, steps, learningRate);
		try (NDArray share = weights.mul(1 - averaging)) {
			averaged.muli(averaging).addi(share);
		}
	}

	/** All that another learner needs to go on from here, bit by bit the same. */
	public LearnerState state() {
		return new LearnerState(tensors, steps, weights.toFloatArray(), averaged.toFloatArray(), average.toFloatArray(),
			squares.toFloatArray());
	}

	@Override
	public void close() {
		gradients.close();
		manager.close();
		Torch.trim();
	}
}
