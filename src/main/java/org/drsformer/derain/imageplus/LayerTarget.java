package org.drsformer.derain.imageplus;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

/** Where the planes of a rain layer go, one after the other: where those of the derained image go as well. */
public interface LayerTarget extends AutoCloseable {

	/**
	 * Planes will come.
	 *
	 * @param like everything but their pixels and their brightest value
	 */
	void begin(ImagePlus like);

	/**
	 * Takes the next plane.
	 *
	 * @param label may be null
	 * @throws org.drsformer.DrsformerException if it cannot be kept
	 */
	void add(String label, ImageProcessor plane);

	/** All planes, when all are there. */
	ImageStack finish();

	/** Lets go of what is unfinished. */
	@Override
	void close();

	/** In memory. */
	static LayerTarget memory() {
		final ImageStack stack = new ImageStack();
		return new LayerTarget() {

			@Override
			public void begin(final ImagePlus like) {
				// memory needs no preparation
			}

			@Override
			public void add(final String label, final ImageProcessor plane) {
				stack.addSlice(label, plane);
			}

			@Override
			public ImageStack finish() {
				return stack;
			}

			@Override
			public void close() {
				// memory needs no help
			}
		};
	}
}
