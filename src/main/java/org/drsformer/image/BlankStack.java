package org.drsformer.image;

import java.util.List;

import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/** Planes of 32 bits without content, to tell of what kind those are that will come. */
public final class BlankStack extends SliceStack {

	/** @param labels one for each plane, or null */
	public BlankStack(final int width, final int height, final List<String> labels) {
		super(width, height, Float.SIZE, labels.size());
		for (int i = 0; i < labels.size(); i++)
			setSliceLabel(labels.get(i), i + 1);
	}

	@Override
	public ImageProcessor slice(final int number) {
		return new FloatProcessor(getWidth(), getHeight());
	}
}
