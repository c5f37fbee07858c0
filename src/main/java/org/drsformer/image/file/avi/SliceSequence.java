package org.drsformer.image.file.avi;

import java.util.function.Supplier;

import org.drsformer.image.SliceStack;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/** Slices that are handed over one after the other, each only once: the one asked for is the latest or the next. */
public final class SliceSequence extends SliceStack {

	private final Supplier<ImageProcessor> rest;
	private ImageProcessor latest;
	private int number = 1;

	/**
	 * @param like has as many slices, and their labels
	 * @param rest those after the first
	 */
	public SliceSequence(final ImagePlus like, final ImageProcessor first, final Supplier<ImageProcessor> rest) {
		super(first.getWidth(), first.getHeight(), first.getBitDepth(), like.getStackSize());
		this.rest = rest;
		latest = first;
	}

	@Override
	public ImageProcessor slice(final int wanted) {
		if (wanted == number + 1) {
			latest = rest.get();
			number = wanted;
		}
		if (wanted != number)
			throw new IllegalStateException("Slice " + wanted + " was asked for after slice " + number);
		return latest;
	}
}
