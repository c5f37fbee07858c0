package org.drsformer.derain.imageplus;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

/** Receives the planes of a rain layer, one after the other, in the same place as those of the derained image. */
public interface LayerTarget extends AutoCloseable {

	/**
	 * Prepares for the planes.
	 *
	 * @param like the rain layer without its pixels and its brightest value
	 */
	void begin(ImagePlus like);

	/**
	 * Takes the next plane.
	 *
	 * @param label may be null
	 * @throws org.drsformer.DrsformerException if it cannot be kept
	 */
	void add(String label, ImageProcessor plane);

	/** Finishes the layer after the last plane, and returns all planes. */
	ImageStack finish();

	/** Returns whether the planes are in files. */
	default boolean isSaved() {
		return true;
	}

	/** Discards what is unfinished. */
	@Override
	void close();

	/** Returns a target that keeps the planes in memory. */
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
			public boolean isSaved() {
				return false;
			}

			@Override
			public void close() {
				// memory needs no help
			}
		};
	}
}
