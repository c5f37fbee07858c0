package org.drsformer.train.data;

import org.drsformer.image.FrameTensor;

/** The eight ways in which a square can be flipped and rotated onto itself. */
final class Symmetry {

	static final int COUNT = 8;

	private Symmetry() {
		// static functions only
	}

	/**
	 * Returns a square frame flipped and rotated.
	 *
	 * @param square a frame that is as wide as it is high
	 * @param number the way, in 0..7; 0 changes nothing
	 */
	static FrameTensor apply(final FrameTensor square, final int number) {
		final int size = square.width();
		final int channels = square.channels();
		final float[] values = new float[square.values().length];
		for (int y = 0; y < size; y++)
			for (int x = 0; x < size; x++)
				System.arraycopy(square.values(), channels * source(x, y, size, number), values,
					channels * (y * size + x), channels);
		return new FrameTensor(values, size, size, channels);
	}

	/** Returns the index of the source pixel. The bits of the number mean: transpose, flip columns, flip rows. */
	private static int source(final int x, final int y, final int size, final int number) {
		final int column = (number & 1) == 0 ? x : y;
		final int row = (number & 1) == 0 ? y : x;
		final int sourceX = (number & 2) == 0 ? column : size - 1 - column;
		final int sourceY = (number & 4) == 0 ? row : size - 1 - row;
		return sourceY * size + sourceX;
	}
}
