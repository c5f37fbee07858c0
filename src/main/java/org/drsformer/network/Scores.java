package org.drsformer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/** The scores of channels with channels, gathered in double precision over the strips of a map. */
final class Scores implements AutoCloseable {

	/** Below this a length counts as this: {@code torch.nn.functional.normalize}. */
	private static final double SHORTEST = 1e-12;

	private final int heads;
	/** q k^T: (N, heads, C', C'). */
	private NDArray products;
	/** |q|^2 and |k|^2: (N, 2, heads, C'). */
	private NDArray squares;

	Scores(final int heads) {
		this.heads = heads;
	}

	/** Adds the pixels of a strip; qkv: (N, rows, W, 3C). */
	void add(final NDArray qkv) {
		final Shape shape = qkv.getShape();
		final long pixels = shape.get(1) * shape.get(2);
		final long channels = shape.get(3) / 3;
		try (NDArray single = qkv.get(new NDIndex().addEllipseDim().addSliceDim(0, 2 * channels));
				NDArray exact = Precision.doubles(single))
		{
			final NDArray split = exact.reshape(shape.get(0), pixels, 2, heads, channels / heads);
			// both before either is added: a strip that fails for want of memory counts not at all
			final NDArray product = Scopes.keep(() -> part(split, 0).transpose(0, 2, 3, 1).matMul(part(split, 1).transpose(0,
				2, 1, 3)));
			final NDArray square = Scopes.keep(() -> split.mul(split).sum(new int[] { 1 }));
			products = plus(products, product);
			squares = plus(squares, square);
		}
	}

	/** q or k out of (N, pixels, 2, heads, C'). */
	private static NDArray part(final NDArray split, final int index) {
		return split.get(new NDIndex().addAllDim().addAllDim().addIndices(index));
	}

	private static NDArray plus(final NDArray sum, final NDArray term) {
		NDScope.unregister(term);
		if (sum == null)
			return term;
		try (term) {
			return sum.addi(term);
		}
	}

	long images() {
		return products.getShape().get(0);
	}

	/** q k^T with q and k of length 1: (N, heads, C', C'), the cosines. */
	NDArray normalised() {
		return Scopes.keep(() -> {
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
