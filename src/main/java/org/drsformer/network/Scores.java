package org.drsformer.network;

import org.drsformer.network.layer.Precision;
import org.drsformer.network.strip.ArrayScope;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/** Gathers the scores of channels with channels over the strips of a map, in double precision. */
final class Scores implements AutoCloseable {

	/** A shorter length counts as this one, as in {@code torch.nn.functional.normalize}. */
	private static final double SHORTEST = 1e-12;

	private final int heads;
	/** q k^T: (N, heads, C', C'). */
	private NDArray products;
	/** |q|^2 and |k|^2: (N, 2, heads, C'). */
	private NDArray squares;

	Scores(final int heads) {
		this.heads = heads;
	}

	/** Adds the pixels of a strip; qk: (N, rows, W, 2C). */
	void add(final NDArray qk) {
		final Shape shape = qk.getShape();
		final long pixels = shape.get(1) * shape.get(2);
		try (NDArray exact = Precision.doubles(qk)) {
			final NDArray both = exact.reshape(shape.get(0), pixels, 2, heads, shape.get(3) / 2 / heads);
			// both before either is added: a strip that runs out of memory must not count by half
			final NDArray product = ArrayScope.resultOf(() -> product(both.split(2, 2)));
			final NDArray square = ArrayScope.resultOf(() -> both.mul(both).sum(new int[] { 1 }));
			products = plus(products, product);
			squares = plus(squares, square);
		}
	}

	/** Returns q k^T of q and k, each (N, pixels, 1, heads, C'). */
	private static NDArray product(final NDList qk) {
		return qk.get(0).squeeze(2).transpose(0, 2, 3, 1).matMul(qk.get(1).squeeze(2).transpose(0, 2, 1, 3));
	}

	/** Returns the sum, to which the term is added in place; both are consumed. */
	private static NDArray plus(final NDArray sum, final NDArray term) {
		NDScope.unregister(term);
		if (sum == null)
			return term;
		try (term) {
			return sum.addi(term);
		}
	}

	/** Returns the number of images, N. */
	long images() {
		return products.getShape().get(0);
	}

	/** Returns q k^T with q and k of length 1, which are the cosines: (N, heads, C', C'). */
	NDArray normalised() {
		return ArrayScope.resultOf(() -> {
			final NDArray lengths = squares.sqrt().maximum(Precision.constant(squares.getManager(), SHORTEST));
			final NDArray q = lengths.get(new NDIndex().addAllDim().addIndices(0)).expandDims(-1);
			final NDArray k = lengths.get(new NDIndex().addAllDim().addIndices(1)).expandDims(-2);
			return products.div(q).div(k);
		});
	}

	@Override
	public void close() {
		if (products != null)
			products.close();
		if (squares != null)
			squares.close();
	}
}
