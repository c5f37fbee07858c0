package org.drsformer.evaluate.imageplus;

import java.io.Serializable;

import org.drsformer.DrsformerException;

import ij.ImagePlus;

/**
 * Which part of a result and its target is compared.
 *
 * @param border the pixels that are left out at each border; 0 for none
 * @param common whether images that differ in size are cut to their common size from the upper left corner
 */
public record Crop(int border, boolean common) implements Serializable {

	/** Compares whole images of the same size. */
	public static final Crop NONE = new Crop(0, false);

	private static final String COMMON = "common";

	/** The result and the target, cropped. */
	record Images(ImagePlus result, ImagePlus target) {}

	/**
	 * Returns what a text means: {@code common}, for results that were cut to multiples of 8 or 16, or a number of
	 * pixels at each border.
	 *
	 * @throws DrsformerException if it is neither
	 */
	public static Crop parse(final String text) {
		if (text.equals(COMMON))
			return new Crop(0, true);
		if (text.matches("[0-9]{1,6}"))
			return new Crop(Integer.parseInt(text), false);
		throw new DrsformerException("The crop '" + text + "' cannot be used; give " + COMMON +
			", or the number of pixels to leave out at each border, such as 4.");
	}

	/**
	 * Crops a result and its target. A border is left out of the target, and of the result too, unless that has no
	 * borders already.
	 *
	 * @throws DrsformerException if nothing is left
	 */
	Images of(final ImagePlus result, final ImagePlus target) {
		final int width = Math.min(result.getWidth(), target.getWidth());
		final int height = Math.min(result.getHeight(), target.getHeight());
		if (common)
			return new Images(part(result, 0, width, height), part(target, 0, width, height));
		if (border == 0)
			return new Images(result, target);
		final boolean bare = result.getWidth() == target.getWidth() - 2 * border
			&& result.getHeight() == target.getHeight() - 2 * border;
		return new Images(bare ? result : inside(result), inside(target));
	}

	private ImagePlus inside(final ImagePlus image) {
		final int width = image.getWidth() - 2 * border;
		final int height = image.getHeight() - 2 * border;
		if (width < 1 || height < 1)
			throw new DrsformerException("Nothing is left of " + image.getWidth() + " x " + image.getHeight() +
				" pixels without borders of " + border + "; leave out less.");
		return part(image, border, width, height);
	}

	private static ImagePlus part(final ImagePlus image, final int start, final int width, final int height) {
		if (image.getWidth() == width && image.getHeight() == height)
			return image;
		image.setRoi(start, start, width, height);
		final ImagePlus part = image.crop("stack");
		image.deleteRoi();
		part.setTitle(image.getTitle());
		return part;
	}

	/** Returns the text that {@link #parse} takes. */
	@Override
	public String toString() {
		return common ? COMMON : Integer.toString(border);
	}
}
