package org.drsformer.image.file.avi;

import java.util.function.Supplier;

import org.drsformer.image.SliceStack;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * A virtual stack whose slices can be asked for only from the first to the last: a slice is the same as the latest one
 * or the next.
 */
public final class SliceSequence extends SliceStack {

	private final Supplier<ImageProcessor> rest;
	private ImageProcessor latest;
	private int number = 1;

	/**
	 * Makes a stack.
	 *
	 * @param like has as many slices, with the labels of these
	 * @param rest supplies the slices after the first
	 */
	public SliceSequence(final ImagePlus like, final ImageProcessor first, final Supplier<ImageProcessor> rest) {
		super(first.getWidth(), first.getHeight(), first.getBitDepth(), like.getStackSize());
		this.rest = rest;
		latest = first;
	}

	@Override
	protected ImageProcessor slice(final int wanted) {
		if (wanted == number + 1) {
			latest = rest.get();
			number = wanted;
		}
		if (wanted != number)
			throw new IllegalStateException("Slice " + wanted + " was asked for after slice " + number);
		return latest;
	}
}
