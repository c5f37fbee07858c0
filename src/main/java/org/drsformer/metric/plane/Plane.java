package org.drsformer.metric.plane;

import java.util.Arrays;

/**
 * One channel of one plane, row after row. Only the owner of a plane may overwrite its values.
 *
 * @param values width * height samples, x fastest
 * @param width columns
 * @param height rows
 */
public record Plane(double[] values, int width, int height) {

	/** Makes a plane of zeros. */
	public Plane(final int width, final int height) {
		this(new double[width * height], width, height);
	}

	/** Returns this plane with its border pixels repeated outwards; the plane itself for a padding of 0. */
	public Plane replicated(final int padding) {
		if (padding == 0)
			return this;
		final Plane padded = new Plane(width + 2 * padding, height + 2 * padding);
		for (int y = 0; y < padded.height; y++)
			copyRow(Math.max(0, Math.min(height - 1, y - padding)), padded, y, padding);
		return padded;
	}

	/** Returns this plane with zeros around it. */
	public Plane surroundedByZeros(final int padding) {
		final Plane padded = new Plane(width + 2 * padding, height + 2 * padding);
		for (int y = 0; y < height; y++)
			System.arraycopy(values, y * width, padded.values, (y + padding) * padded.width + padding, width);
		return padded;
	}

	/** Returns the upper left part of this plane. */
	public Plane cropped(final int toWidth, final int toHeight) {
		final Plane part = new Plane(toWidth, toHeight);
		for (int y = 0; y < toHeight; y++)
			System.arraycopy(values, y * width, part.values, y * toWidth, toWidth);
		return part;
	}

	private void copyRow(final int row, final Plane padded, final int paddedRow, final int padding) {
		final int start = paddedRow * padded.width;
		final int left = row * width;
		Arrays.fill(padded.values, start, start + padding, values[left]);
		System.arraycopy(values, left, padded.values, start + padding, width);
		Arrays.fill(padded.values, start + padding + width, start + padded.width, values[left + width - 1]);
	}
}
