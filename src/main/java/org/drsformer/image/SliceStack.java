package org.drsformer.image;

import ij.VirtualStack;
import ij.process.ImageProcessor;

/** A virtual stack whose slices are made when they are asked for; it keeps none of them. */
public abstract class SliceStack extends VirtualStack {

	private final int count;
	private final String[] labels;

	/**
	 * Makes a stack without labels.
	 *
	 * @param bits 8, 16, 24 for RGB, or 32
	 */
	public SliceStack(final int width, final int height, final int bits, final int count) {
		super(width, height);
		this.count = count;
		labels = new String[count];
		setBitDepth(bits);
	}

	@Override
	public final int getSize() {
		return count;
	}

	/** Returns the label of a slice; ImageJ's own virtual stacks forget the labels of slices that are not files. */
	@Override
	public String getSliceLabel(final int number) {
		return labels[number - 1];
	}

	@Override
	public final void setSliceLabel(final String label, final int number) {
		labels[number - 1] = label;
	}

	@Override
	public final ImageProcessor getProcessor(final int number) {
		if (number < 1 || number > count)
			throw new IllegalArgumentException("There is no slice " + number + " in a stack of " + count);
		final ImageProcessor slice = slice(number);
		slice.setSliceNumber(number);
		return slice;
	}

	/**
	 * Makes a slice.
	 *
	 * @param number from 1
	 * @return a slice that the caller may change
	 * @throws org.drsformer.DrsformerException with one sentence if the slice cannot be made
	 */
	protected abstract ImageProcessor slice(int number);
}
