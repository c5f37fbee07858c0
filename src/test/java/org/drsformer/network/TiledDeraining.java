package org.drsformer.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * Derains in tiles as the original test script does, which is an approximation: the tiles lie in steps of their size
 * less the overlap, the last ones at the border, and results of tiles that overlap are averaged.
 */
final class TiledDeraining {

	private TiledDeraining() {
		// static functions only
	}

	/** @param image (N, H, W, C), padded */
	static NDArray apply(final NDArray image, final int tile, final int overlap, final UnaryOperator<NDArray> network) {
		final NDArray sum = image.zerosLike();
		final NDArray count = image.zerosLike();
		for (final int y : starts((int) image.getShape().get(1), tile, overlap))
			for (final int x : starts((int) image.getShape().get(2), tile, overlap)) {
				final NDIndex index = new NDIndex().addAllDim().addSliceDim(y, y + tile).addSliceDim(x, x + tile);
				sum.get(index).addi(network.apply(image.get(index)));
				count.get(index).addi(1);
			}
		return sum.div(count);
	}

	private static List<Integer> starts(final int size, final int tile, final int overlap) {
		final List<Integer> starts = new ArrayList<>();
		for (int start = 0; start < size - tile; start += tile - overlap)
			starts.add(start);
		starts.add(size - tile);
		return starts;
	}
}
