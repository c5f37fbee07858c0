package org.drsformer.benchmark.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.drsformer.benchmark.Size;

/** The values of an image in the order (C, H, W), which the two programs exchange in files. */
final class Planes {

	private Planes() {
		// static functions only
	}

	/** Returns values in 0..1, always the same. */
	static float[] random(final int channels, final Size size) {
		final Random random = new Random(1);
		final float[] planes = new float[Math.multiplyExact(channels, Math.toIntExact(size.pixels()))];
		for (int i = 0; i < planes.length; i++)
			planes[i] = random.nextFloat();
		return planes;
	}

	/** Returns the values in the order (H, W, C). */
	static float[] interleaved(final float[] planes, final int channels) {
		return transposed(planes, channels, planes.length / channels);
	}

	/** Returns values that are in the order (H, W, C). */
	static float[] ofInterleaved(final float[] pixels, final int channels) {
		return transposed(pixels, pixels.length / channels, channels);
	}

	private static float[] transposed(final float[] matrix, final int rows, final int columns) {
		final float[] transposed = new float[matrix.length];
		for (int row = 0; row < rows; row++)
			for (int column = 0; column < columns; column++)
				transposed[column * rows + row] = matrix[row * columns + column];
		return transposed;
	}

	static void write(final float[] planes, final Path file) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(planes.length * Float.BYTES);
		bytes.asFloatBuffer().put(planes);
		Files.write(file, bytes.array());
	}

	/** Returns the values in a file that {@link #write} wrote. */
	static float[] read(final Path file) {
		try {
			final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
			final float[] planes = new float[bytes.remaining() / Float.BYTES];
			bytes.asFloatBuffer().get(planes);
			return planes;
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** Returns the largest difference of two values at the same place; NaN if one is NaN, or if the sizes differ. */
	static double largestDifference(final float[] one, final float[] other) {
		if (one.length != other.length)
			return Double.NaN;
		double largest = 0;
		for (int i = 0; i < one.length; i++)
			largest = Math.max(largest, Math.abs((double) one[i] - other[i]));
		return largest;
	}
}
