package org.drsformer.image;

import java.awt.Color;
import java.awt.image.IndexColorModel;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/**
 * The colours in which an image of ImageJ displays its values.
 *
 * @param colors 0xRRGGBB for each of {@value #SIZE} values
 */
public record LookupTable(int[] colors) {

	public static final int SIZE = 256;

	private static final int BYTE = 0xff;
	private static final int RGB = 0xffffff;
	private static final int OPAQUE = 0xff000000;

	/** The shifts to red, green and blue. */
	private static final int[] SHIFTS = { 16, 8, 0 };

	/**
	 * Returns the table of a processor without its display range and threshold, which do not belong to the values.
	 */
	static LookupTable of(final ImageProcessor processor) {
		return of((IndexColorModel) processor.getColorModel());
	}

	/** Returns a table whose missing values are black, as ImageJ displays them. */
	static LookupTable of(final IndexColorModel model) {
		final int[] colors = new int[SIZE];
		for (int i = 0; i < Math.min(SIZE, model.getMapSize()); i++)
			colors[i] = model.getRGB(i) & RGB;
		return new LookupTable(colors);
	}

	/**
	 * Returns whether this is a scale from black to one colour, such as gray or the colours that ImageJ gives to
	 * channels.
	 */
	boolean isScale() {
		return colors[SIZE - 1] != 0 && follows(colors[SIZE - 1], false);
	}

	/** Returns whether this is a scale from black to this colour. */
	boolean isScaleTo(final Color brightest) {
		return follows(brightest.getRGB() & RGB, false);
	}

	/** Returns whether this is a scale from one colour to black, like inverted lookup tables. */
	boolean isInvertedScale() {
		return colors[0] != 0 && follows(colors[0], true);
	}

	/** Colours that differ by rounding are equal here. */
	private boolean follows(final int brightest, final boolean inverted) {
		for (int i = 0; i < SIZE; i++)
			for (final int shift : SHIFTS) {
				final double wanted = (brightest >> shift & BYTE) * (inverted ? SIZE - 1 - i : i) / (SIZE - 1.0);
				if (Math.abs((colors[i] >> shift & BYTE) - wanted) > 1)
					return false;
			}
		return true;
	}

	/** Returns whether all colours are gray. */
	boolean isGray() {
		for (final int color : colors)
			if (color != (color & BYTE) * 0x010101)
				return false;
		return true;
	}

	/** Returns whether no value is brighter than a smaller one, and the largest is darker than the smallest. */
	boolean falls() {
		for (int i = 1; i < SIZE; i++)
			if (sum(i) > sum(i - 1))
				return false;
		return sum(SIZE - 1) < sum(0);
	}

	private int sum(final int value) {
		int sum = 0;
		for (final int shift : SHIFTS)
			sum += colors[value] >> shift & BYTE;
		return sum;
	}

	/**
	 * Returns a table with the first colour for the smallest and the last colour for the largest displayed value, as
	 * ImageJ does it.
	 */
	LookupTable displayed(final DisplayRange range) {
		final int[] displayed = new int[SIZE];
		for (int i = 0; i < SIZE; i++) {
			final int index = i > range.max() ? SIZE - 1
				: (int) (SIZE * (i - range.min()) / (range.max() - range.min()));
			displayed[i] = colors[Math.max(0, Math.min(SIZE - 1, index))];
		}
		return new LookupTable(displayed);
	}

	/** Returns the colours of an 8-bit slice. */
	ColorProcessor colors(final ImageProcessor plane) {
		final byte[] values = (byte[]) plane.getPixels();
		final int[] pixels = new int[values.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = OPAQUE | colors[values[i] & BYTE];
		return new ColorProcessor(plane.getWidth(), plane.getHeight(), pixels);
	}

	/** Returns the shades of an 8-bit slice; for a table that is gray. */
	ByteProcessor shades(final ImageProcessor plane) {
		final byte[] values = (byte[]) plane.getPixels();
		final byte[] pixels = new byte[values.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (byte) colors[values[i] & BYTE];
		return new ByteProcessor(plane.getWidth(), plane.getHeight(), pixels);
	}
}
