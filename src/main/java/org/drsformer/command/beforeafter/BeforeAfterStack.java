package org.drsformer.command.beforeafter;

import org.drsformer.image.SliceStack;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** Slices in RGB: the picture before deraining at the left of a line, the picture after it at the right. */
final class BeforeAfterStack extends SliceStack {

	private final PlanePictures left;
	private final PlanePictures right;
	private int line;

	/** The pictures of the slice that was asked for last. */
	private int number;
	private int[] before;
	private int[] after;

	BeforeAfterStack(final PlanePictures left, final PlanePictures right) {
		super(left.width(), left.height(), 24, left.count());
		this.left = left;
		this.right = right;
		line = left.width() / 2;
		for (int i = 1; i <= left.count(); i++)
			setSliceLabel("before | after" + (left.label(i) == null ? "" : ": " + left.label(i)), i);
	}

	/** Returns the first column that shows the picture after deraining, from 0 to the width. */
	synchronized int line() {
		return line;
	}

	@Override
	protected synchronized ImageProcessor slice(final int slice) {
		if (slice != number) {
			before = (int[]) left.picture(slice).getPixels();
			after = (int[]) right.picture(slice).getPixels();
			number = slice;
		}
		final int[] pixels = after.clone();
		copyColumns(before, pixels, 0, line);
		return new ColorProcessor(getWidth(), getHeight(), pixels);
	}

	/**
	 * Moves the line.
	 *
	 * @param column is limited to 0 and the width
	 * @param shown the slice that was asked for last, whose pixels between the old and the new line change
	 */
	synchronized void moveLine(final int column, final ImageProcessor shown) {
		final int target = Math.max(0, Math.min(getWidth(), column));
		copyColumns(target > line ? before : after, (int[]) shown.getPixels(), Math.min(line, target),
			Math.max(line, target));
		line = target;
	}

	private void copyColumns(final int[] from, final int[] to, final int first, final int end) {
		for (int y = 0; y < getHeight(); y++)
			System.arraycopy(from, y * getWidth() + first, to, y * getWidth() + first, end - first);
	}
}
