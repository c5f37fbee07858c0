package org.drsformer.image;

import java.awt.image.IndexColorModel;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/**
 * The colours that an image of ImageJ shows its values in.
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

	/** Those of a processor without its display range and threshold, which do not belong to the values. */
	static LookupTable of(final ImageProcessor processor) {
		return of((IndexColorModel) processor.getColorModel());
	}

	/** Values that a short table does not have are black, as ImageJ shows them. */
	static LookupTable of(final IndexColorModel model) {
		final int[] colors = new int[SIZE];
		for (int i = 0; i < Math.min(SIZE, model.getMapSize()); i++)
			colors[i] = model.getRGB(i) & RGB;
		return new LookupTable(colors);
	}

	/** Whether it is a scale from black to one colour, such as gray, or those that ImageJ gives channels. */
	boolean isScale() {
		return colors[SIZE - 1] != 0 && follows(colors[SIZE - 1], false);
	}

	/** Whether it is a scale from one colour to black, as inverted lookup tables are. */
	boolean isInvertedScale() {
		return colors[0] != 0 && follows(colors[0], true);
	}

	/** Rounding up or down is the same. */
	private boolean follows(final int brightest, final boolean inverted) {
		for (int i = 0; i < SIZE; i++)
			for (final int shift : SHIFTS) {
				final double wanted = (brightest >> shift & BYTE) * (inverted ? SIZE - 1 - i : i) / (SIZE - 1.0);
				if (Math.abs((colors[i] >> shift & BYTE) - wanted) > 1)
					return false;
			}
		return true;
	}

	boolean isGray() {
		for (final int color : colors)
			if (color != (color & BYTE) * 0x010101)
				return false;
		return true;
	}

	/** Whether no value is shown brighter than a smaller one, and the largest darker than the smallest. */
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

	/** With the first colour for the least and the last for the most that is displayed, as ImageJ does it. */
	LookupTable displayed(final double least, final double most) {
		final int[] displayed = new int[SIZE];
		for (int i = 0; i < SIZE; i++) {
			final int index = i > most ? SIZE - 1 : (int) (SIZE * (i - least) / (most - least));
			displayed[i] = colors[Math.max(0, Math.min(SIZE - 1, index))];
		}
		return new LookupTable(displayed);
	}

	/** The colours of a plane of 8 bits. */
	ColorProcessor colors(final ImageProcessor plane) {
		final byte[] values = (byte[]) plane.getPixels();
		final int[] pixels = new int[values.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = OPAQUE | colors[values[i] & BYTE];
		return new ColorProcessor(plane.getWidth(), plane.getHeight(), pixels);
	}

	/** The shades of a plane of 8 bits, by a table of gray. */
	ByteProcessor shades(final ImageProcessor plane) {
		final byte[] values = (byte[]) plane.getPixels();
		final byte[] pixels = new byte[values.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (byte) colors[values[i] & BYTE];
		return new ByteProcessor(plane.getWidth(), plane.getHeight(), pixels);
	}
}
