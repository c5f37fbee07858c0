package org.drsformer.train.learner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
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
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * A network that learns, step by step: L1 loss, gradient, clipping, {@link AdamW}, and the moving average of the
 * weights.
 * <p>
 * Weights, averages and moments are each one array (P). The tensors of the network are views of the weights, new ones
 * for each step, so that gradients start from nothing and nothing of a step outlives it. Used by one thread.
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

	private final Form network;
	private final Configuration configuration;
	private final OptimizerSettings settings;
	private final double averaging;
	private final NDManager manager;
	private final FlatTensors tensors;
	private final NDArray weights;
	private final NDArray averaged;
	private final NDArray average;
	private final NDArray squares;
	private final AdamW optimizer;
	private final Pixels rainyPixels = new Pixels();
	private final Pixels cleanPixels = new Pixels();
	private long steps;

	/** Java memory that libtorch reads in place: one piece for all batches, since Java frees such memory late. */
	private static final class Pixels {

		private ByteBuffer bytes = ByteBuffer.allocateDirect(0);

		NDArray array(final float[] values, final Shape shape, final NDManager manager) {
			final int size = values.length * Float.BYTES;
			if (bytes.capacity() != size)
				bytes = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
			bytes.clear().asFloatBuffer().put(values);
			return manager.create(bytes, shape, DataType.FLOAT32);
		}
	}

	/** @param averaging how much of the averaged weights stays at each step, in [0, 1) */
	public Learner(final Configuration configuration, final LearnerState state, final OptimizerSettings settings,
		final double averaging, final ComputeDevice device)
	{
		this(Drsformer::record, configuration, state, settings, averaging, device);
	}

	/** With a network in another form, to compare. */
	public Learner(final Form network, final Configuration configuration, final LearnerState state,
		final OptimizerSettings settings, final double averaging, final ComputeDevice device)
	{
		this.network = network;
		this.configuration = configuration;
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
				final Map<String, NDArray> leaves = leaves(scope);
				final double loss = Torch.record(() -> backward(batch, leaves, scope));
				final NDArray gradient = gradient(leaves, scope);
				final StepResult result = new StepResult(loss, norm(gradient));
				if (result.isFinite())
					update(gradient, result.gradientNorm(), learningRate);
				return result;
			}
		});
	}

	/** The tensors as views of the weights, which gradients are wanted of. */
	private Map<String, NDArray> leaves(final NDManager scope) {
		final Map<String, NDArray> leaves = new LinkedHashMap<>();
		tensors.parts().forEach((name, part) -> {
			try (NDArray values = weights.get(new NDIndex().addSliceDim(part.from(), part.to()))) {
				final NDArray leaf = values.reshape(shape(part.shape()));
				leaf.attach(scope);
				leaf.setRequiresGradient(true);
				leaves.put(name, leaf);
			}
		});
		return leaves;
	}

	private static Shape shape(final int[] axes) {
		final long[] lengths = new long[axes.length];
		for (int i = 0; i < axes.length; i++)
			lengths[i] = axes[i];
		return new Shape(lengths);
	}

	/** The loss; leaves its gradient in the leaves. */
	private double backward(final Batch batch, final Map<String, NDArray> leaves, final NDManager scope) {
		try (NDScope arrays = new NDScope()) {
			arrays.suppressNotUsedWarning();
			final Shape shape = new Shape(batch.count(), batch.height(), batch.width(), batch.channels());
			final NDArray image = rainyPixels.array(batch.rainy(), shape, scope);
			final NDArray target = cleanPixels.array(batch.clean(), shape, scope);
			final NDArray loss = network.forward(configuration, leaves, image).sub(target).abs().mean();
			Torch.backward(loss);
			return loss.getFloat();
		}
	}

	/** The gradients of all leaves as one array (P). */
	private static NDArray gradient(final Map<String, NDArray> leaves, final NDManager scope) {
		try (NDList parts = new NDList()) {
			for (final NDArray leaf : leaves.values())
				try (NDArray gradient = leaf.getGradient()) {
					parts.add(gradient.reshape(-1));
				}
			final NDArray gradient = NDArrays.concat(parts);
			gradient.attach(scope);
			return gradient;
		}
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
		manager.close();
	}
}
