package org.drsformer.network;

import org.drsformer.network.layer.Precision;
import org.drsformer.network.strip.ArrayScope;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * The scores of channels with channels, in double precision. They are sums over pixels, which strips add up.
 *
 * @param products q k^T: (N, heads, C', C')
 * @param squares |q|^2 and |k|^2: (N, 2, heads, C')
 */
record Scores(NDArray products, NDArray squares) implements AutoCloseable {

	/** A shorter length counts as this one, as in {@code torch.nn.functional.normalize}. */
	private static final double SHORTEST = 1e-12;

	/** Returns the scores that are these {@link #terms}, or sums of them. */
	static Scores of(final NDList sums) {
		return new Scores(sums.get(0), sums.get(1));
	}

	/**
	 * Returns the products and the squares of some pixels.
	 *
	 * @param qk (N, rows, W, 2C)
	 */
	static NDList terms(final NDArray qk, final int heads) {
		final Shape shape = qk.getShape();
		final long pixels = shape.get(1) * shape.get(2);
		try (NDArray exact = Precision.doubles(qk)) {
			final NDArray both = exact.reshape(shape.get(0), pixels, 2, heads, shape.get(3) / 2 / heads);
			final NDArray product = ArrayScope.resultOf(() -> product(both.split(2, 2)));
			final NDArray square = ArrayScope.resultOf(() -> both.mul(both).sum(new int[] { 1 }));
			return new NDList(product, square);
		}
	}

	/** Returns q k^T of q and k, each (N, pixels, 1, heads, C'). */
	private static NDArray product(final NDList qk) {
		return qk.get(0).squeeze(2).transpose(0, 2, 3, 1).matMul(qk.get(1).squeeze(2).transpose(0, 2, 1, 3));
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
		products.close();
		squares.close();
	}
}
