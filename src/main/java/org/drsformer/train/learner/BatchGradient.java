package org.drsformer.train.learner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.drsformer.engine.Torch;
import org.drsformer.engine.Workers;
import org.drsformer.network.Configuration;
import org.drsformer.train.data.Batch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * The loss of a batch and its gradient. On a CPU the crops of a batch are shared out to threads that work side by side,
 * each with one thread inside of an operation, because most operations on a crop are too small for several. The
 * gradients are added in the order of the crops: the same number of threads gives the same bits.
 * <p>
 * The tensors of the network are views of the weights, new ones for each batch, so that gradients start from nothing
 * and nothing of a batch outlives it.
 */
final class BatchGradient implements AutoCloseable {

	/**
	 * @param loss mean absolute difference, in the values of the network
	 * @param gradient (P); belongs to the manager that it was asked for with
	 */
	record Result(double loss, NDArray gradient) {}

	private final Learner.Form network;
	private final Configuration configuration;
	private final FlatTensors tensors;
	private final int threads;
	private final List<CropMemory> memories = new ArrayList<>();
	private Workers workers;
	private int parts = 1;

	/** Java memory that libtorch reads in place: one piece for all batches, since Java frees such memory late. */
	private static final class CropMemory {

		private final Pixels rainy = new Pixels();
		private final Pixels clean = new Pixels();

		private static final class Pixels {

			private ByteBuffer bytes = ByteBuffer.allocateDirect(0);

			/** Returns values [from, from + shape.size()) as an array of this shape. */
			NDArray array(final float[] values, final int from, final Shape shape, final NDManager manager) {
				final int count = (int) shape.size();
				if (bytes.capacity() != count * Float.BYTES)
					bytes = ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.nativeOrder());
				bytes.clear().asFloatBuffer().put(values, from, count);
				return manager.create(bytes, shape, DataType.FLOAT32);
			}
		}
	}

	/** @param threads how many processors to use, at least 1; more than 1 only on a CPU */
	BatchGradient(final Learner.Form network, final Configuration configuration, final FlatTensors tensors,
		final int threads)
	{
		this.network = network;
		this.configuration = configuration;
		this.tensors = tensors;
		this.threads = threads;
	}

	/**
	 * Returns the loss and its gradient.
	 *
	 * @param weights (P), left as they are
	 * @param scope the gradient belongs to it
	 */
	Result of(final Batch batch, final NDArray weights, final NDManager scope) {
		share(Math.min(threads, batch.count()));
		if (parts == 1)
			return part(batch, 0, weights, scope);
		final List<Supplier<Result>> tasks = new ArrayList<>();
		for (int part = 0; part < parts; part++) {
			final int number = part;
			tasks.add(() -> Torch.infer(() -> part(batch, number, weights, scope)));
		}
		return sum(workers.run(tasks));
	}

	/** Makes as many workers as there are parts. */
	private void share(final int wanted) {
		while (memories.size() < wanted)
			memories.add(new CropMemory());
		if (wanted == parts)
			return;
		close();
		parts = wanted;
		workers = wanted == 1 ? null : new Workers(wanted, threads / wanted);
	}

	private static Result sum(final List<Result> results) {
		final NDArray gradient = results.get(0).gradient();
		double loss = 0;
		for (final Result result : results) {
			loss += result.loss();
			if (result.gradient() != gradient)
				try (NDArray other = result.gradient()) {
					gradient.addi(other);
				}
		}
		return new Result(loss, gradient);
	}

	/** The loss and gradient of some of the crops, as their share in those of the batch. */
	private Result part(final Batch batch, final int part, final NDArray weights, final NDManager scope) {
		final int first = part * batch.count() / parts;
		final int count = (part + 1) * batch.count() / parts - first;
		try (NDManager own = scope.newSubManager()) {
			final Map<String, NDArray> leaves = leaves(weights, own);
			final double loss = Torch.record(() -> backward(batch, first, count, memories.get(part), leaves, own));
			return new Result(loss, gradient(leaves, scope));
		}
	}

	/** The tensors as views of the weights, which gradients are wanted of. */
	private Map<String, NDArray> leaves(final NDArray weights, final NDManager scope) {
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

	/** The loss of some crops; leaves its gradient in the leaves. */
	private double backward(final Batch batch, final int first, final int count, final CropMemory memory,
		final Map<String, NDArray> leaves, final NDManager scope)
	{
		try (NDScope arrays = new NDScope()) {
			arrays.suppressNotUsedWarning();
			final Shape shape = new Shape(count, batch.height(), batch.width(), batch.channels());
			final int from = (int) (first * shape.size() / count);
			final NDArray image = memory.rainy.array(batch.rainy(), from, shape, scope);
			final NDArray target = memory.clean.array(batch.clean(), from, shape, scope);
			NDArray loss = network.forward(configuration, leaves, image).sub(target).abs().mean();
			if (count < batch.count())
				loss = loss.mul((float) count / batch.count());
			Torch.backward(loss);
			return loss.getFloat();
		}
	}

	/** The gradients of all leaves as one array (P). */
	private static NDArray gradient(final Map<String, NDArray> leaves, final NDManager scope) {
		try (NDList list = new NDList()) {
			for (final NDArray leaf : leaves.values())
				try (NDArray gradient = leaf.getGradient()) {
					list.add(gradient.reshape(-1));
				}
			final NDArray gradient = NDArrays.concat(list);
			gradient.attach(scope);
			return gradient;
		}
	}

	@Override
	public void close() {
		if (workers != null)
			workers.close();
	}
}
