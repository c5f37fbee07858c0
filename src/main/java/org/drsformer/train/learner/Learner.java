package org.drsformer.train.learner;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.drsformer.network.RestorationNetwork;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.train.data.CropBatch;
import org.drsformer.train.recipe.Recipe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * A network that learns, step by step: loss, gradient, clipping, {@link AdamW}, and the exponential moving average
 * (EMA) of the weights.
 * <p>
 * The weights, their moving average and the two moments of AdamW are one array (P) each. One thread may use a learner.
 */
public final class Learner implements AutoCloseable {

	/** PyTorch's clip_grad_norm_ adds this, so that it never divides by zero. */
	private static final double CLIP_EPS = 1e-6;

	/** A form of the network through which gradients pass. */
	@FunctionalInterface
	interface Form {

		/** Returns the derained image, (N, H, W, C) like the image. */
		NDArray forward(Configuration configuration, Map<String, NDArray> parameters, NDArray image);
	}

	private final Recipe recipe;
	private final NDManager manager;
	private final FlatTensors tensors;
	private final NDArray weights;
	private final NDArray ema;
	private final NDArray firstMoment;
	private final NDArray secondMoment;
	private final AdamW optimizer;
	private final BatchGradient gradients;
	private final FrozenParts frozen;
	private long steps;

	/**
	 * Makes a learner.
	 *
	 * @param recipe its optimizer, averaging and gradient count here
	 * @param threads the number of processors to use, at least 1. They share the crops of a batch, except on a GPU, and
	 *        if this process had started the engine before it was to train
	 */
	public Learner(final Configuration configuration, final LearnerState state, final Recipe recipe,
		final ComputeDevice device, final int threads)
	{
		this(RestorationNetwork::record, configuration, state, recipe, device, threads);
	}

	/** Makes a learner of another form of the network, for comparisons. */
	Learner(final Form network, final Configuration configuration, final LearnerState state, final Recipe recipe,
		final ComputeDevice device, final int threads)
	{
		this.recipe = recipe;
		tensors = state.tensors();
		steps = state.steps();
		manager = Torch.newManager(device);
		final List<NDArray> arrays = Torch.own(manager,
			own -> Stream.of(state.weights(), state.ema(), state.firstMoment(), state.secondMoment())
				.map(values -> array(values, own))
				.toList());
		weights = arrays.get(0);
		ema = arrays.get(1);
		firstMoment = arrays.get(2);
		secondMoment = arrays.get(3);
		optimizer = new AdamW(recipe.optimizer(), firstMoment, secondMoment);
		frozen = Torch.own(manager, own -> new FrozenParts(tensors, recipe.gradient(), weights));
		final boolean parallel = !manager.getDevice().isGpu() && Torch.mayTrainInParallel();
		gradients = new BatchGradient(network, configuration, tensors, recipe.gradient(), parallel ? threads : 1);
	}

	/** Returns a copy, since DJL's arrays borrow the memory of the Java values that they are made of. */
	private static NDArray array(final float[] values, final NDManager manager) {
		try (NDArray borrowed = manager.create(values)) {
			return borrowed.duplicate();
		}
	}

	/** Returns the number of steps taken so far. */
	public long steps() {
		return steps;
	}

	/** Returns the manager of the learner's arrays, which tells the device. */
	public NDManager manager() {
		return manager;
	}

	/**
	 * Learns from a batch. If the loss or the gradient is not finite, the weights do not change.
	 *
	 * @throws org.drsformer.DrsformerException if the engine fails, for example because memory runs out
	 */
	public StepResult step(final CropBatch batch, final double learningRate) {
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
		gradient.muli(Math.min(1, recipe.optimizer().clip() / (norm + CLIP_EPS)));
		steps++;
		optimizer.update(weights, gradient, steps, learningRate);
		frozen.restore(weights);
		try (NDArray share = weights.mul(1 - recipe.averaging())) {
			ema.muli(recipe.averaging()).addi(share);
		}
		frozen.restore(ema);
	}

	/** Returns all that another learner needs to continue from here, with the same results bit by bit. */
	public LearnerState state() {
		return new LearnerState(tensors, steps, weights.toFloatArray(), ema.toFloatArray(), firstMoment.toFloatArray(),
			secondMoment.toFloatArray());
	}

	@Override
	public void close() {
		gradients.close();
		manager.close();
		Torch.trim();
	}
}
