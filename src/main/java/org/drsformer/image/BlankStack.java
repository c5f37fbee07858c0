package org.drsformer.image;

import java.util.List;

import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/** Empty slices of 32 bits, which stand for slices of that type that do not exist yet. */
public final class BlankStack extends SliceStack {

	/**
	 * Makes a stack with one slice for each label.
	 *
	 * @param labels a label may be null
	 */
	public BlankStack(final int width, final int height, final List<String> labels) {
		super(width, height, Float.SIZE, labels.size());
		for (int i = 0; i < labels.size(); i++)
			setSliceLabel(labels.get(i), i + 1);
	}

	@Override
	protected ImageProcessor slice(final int number) {
		return new FloatProcessor(getWidth(), getHeight());
	}
}
