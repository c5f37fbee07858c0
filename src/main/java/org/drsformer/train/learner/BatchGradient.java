package org.drsformer.train.learner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.drsformer.engine.Torch;
import org.drsformer.engine.Workers;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.train.data.CropBatch;
import org.drsformer.train.recipe.GradientSettings;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * Computes the loss of a batch and its gradient. On a CPU several threads share the crops of a batch. Each thread runs
 * its operations alone, because most operations on a crop are too small for several threads. The gradients are added in
 * the order of the crops, so that the same number of threads gives the same bits.
 * <p>
 * The tensors of the network are views of the weights. Each batch makes new views, so that gradients start from zero
 * and nothing of a batch outlives it.
 */
final class BatchGradient implements AutoCloseable {

	/**
	 * A loss and its gradient.
	 *
	 * @param loss in the values of the network
	 * @param gradient (P)
	 */
	record Result(double loss, NDArray gradient) {}

	private final Learner.Form network;
	private final Configuration configuration;
	private final FlatTensors tensors;
	private final GradientSettings settings;
	private final int threads;
	private final List<CropMemory> memories = new ArrayList<>();
	/** The shapes of batches that have been computed before. */
	private final Set<List<Integer>> shapes = new HashSet<>();
	private Workers workers;
	private int parts = 1;

	/** The buffers of one thread. */
	private record CropMemory(PixelBuffer rainy, PixelBuffer clean) {}

	/** @param threads the number of processors to use, at least 1; more than 1 only on a CPU */
	BatchGradient(final Learner.Form network, final Configuration configuration, final FlatTensors tensors,
		final GradientSettings settings, final int threads)
	{
		this.network = network;
		this.configuration = configuration;
		this.tensors = tensors;
		this.settings = settings;
		this.threads = threads;
	}

	/**
	 * Returns the loss and its gradient. If gradients are accumulated, the crops are that many batches, which are
	 * computed one after the other.
	 *
	 * @param weights (P), left as they are
	 * @param scope the owner of the gradient
	 */
	Result of(final CropBatch batch, final NDArray weights, final NDManager scope) {
		final Share all = new Share(0, batch.count());
		final int batches = Math.min(settings.accumulate(), batch.count());
		Result sum = of(batch, all.part(0, batches), weights, scope);
		for (int i = 1; i < batches; i++)
			sum = sum(List.of(sum, of(batch, all.part(i, batches), weights, scope)));
		return sum;
	}

	private Result of(final CropBatch batch, final Share share, final NDArray weights, final NDManager scope) {
		share(Math.min(threads, share.count()));
		if (parts == 1)
			return part(batch, share, memories.get(0), weights, scope);
		final List<Supplier<Result>> tasks = new ArrayList<>();
		for (int i = 0; i < parts; i++) {
			final Share part = share.part(i, parts);
			final CropMemory memory = memories.get(i);
			tasks.add(() -> Torch.infer(() -> part(batch, part, memory, weights, scope)));
		}
		final boolean first = shapes.add(List.of(share.count(), batch.height(), batch.width()));
		return sum(first ? oneAfterTheOther(tasks) : workers.run(tasks));
	}

	/** Lets oneDNN generate the code for a new shape on one thread at a time. */
	private List<Result> oneAfterTheOther(final List<Supplier<Result>> tasks) {
		return tasks.stream().map(task -> workers.run(List.of(task)).get(0)).toList();
	}

	/** Makes a worker for each part. */
	private void share(final int wanted) {
		while (memories.size() < wanted)
			memories.add(new CropMemory(new PixelBuffer(), new PixelBuffer()));
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

	/** Returns the share of some of the crops in the loss and in the gradient of the batch. */
	private Result part(final CropBatch batch, final Share share, final CropMemory memory, final NDArray weights,
		final NDManager scope)
	{
		try (NDManager own = scope.newSubManager()) {
			final Map<String, NDArray> leaves = leaves(weights, own);
			final double loss = Torch.record(() -> backward(batch, share, memory, leaves, own));
			return new Result(loss, gradient(leaves, scope));
		}
	}

	/** Returns the tensors as views of the weights, each of which asks for a gradient unless it is frozen. */
	private Map<String, NDArray> leaves(final NDArray weights, final NDManager scope) {
		final Map<String, NDArray> leaves = new LinkedHashMap<>();
		tensors.parts().forEach((name, part) -> {
			try (NDArray values = weights.get(new NDIndex().addSliceDim(part.from(), part.to()))) {
				final NDArray leaf = values.reshape(shape(part.shape()));
				leaf.attach(scope);
				if (!settings.freezes(name))
					leaf.setRequiresGradient(true);
				leaves.put(name, leaf);
			}
		});
		return leaves;
	}

	private static Shape shape(final int[] axes) {
		return new Shape(IntStream.of(axes).asLongStream().toArray());
	}

	/** Returns the loss of some crops, and leaves its gradient in the leaves. */
	private double backward(final CropBatch batch, final Share share, final CropMemory memory,
		final Map<String, NDArray> leaves, final NDManager scope)
	{
		try (NDScope arrays = new NDScope()) {
			arrays.suppressNotUsedWarning();
			final Shape shape = new Shape(share.count(), batch.height(), batch.width(), batch.channels());
			final int from = (int) (share.first() * shape.size() / share.count());
			final NDArray image = memory.rainy.array(batch.rainy(), from, shape, scope);
			final NDArray target = memory.clean.array(batch.clean(), from, shape, scope);
			NDArray loss = LossValue.of(settings.loss(), network.forward(configuration, leaves, image).sub(target));
			if (share.count() < batch.count())
				loss = LossValue.times(loss, (float) share.count() / batch.count());
			Torch.backward(loss);
			return loss.getFloat();
		}
	}

	/** Returns the gradients of all leaves as one array (P), with zeros for those that are frozen. */
	private NDArray gradient(final Map<String, NDArray> leaves, final NDManager scope) {
		try (NDList list = new NDList()) {
			leaves.forEach((name, leaf) -> {
				try (NDArray gradient = settings.freezes(name) ? leaf.zerosLike() : leaf.getGradient()) {
					list.add(gradient.reshape(-1));
				}
			});
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
