package org.drsformer.derain.imageplus;

import org.drsformer.image.ImagePlusFrames;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * Where the planes of a derained image go, one after the other. Nothing that was there before is changed before the
 * end.
 */
public interface ImageTarget extends AutoCloseable {

	/**
	 * Planes will come.
	 *
	 * @param frames which of the input's they are
	 */
	default void begin(final ImagePlusFrames frames) {
		// memory needs no preparation
	}

	/**
	 * Takes the next plane.
	 *
	 * @param label may be null
	 * @param plane not used by others afterwards
	 */
	void add(String label, ImageProcessor plane);

	/**
	 * All planes are there.
	 *
	 * @param frames those of the beginning
	 * @return the result
	 */
	ImagePlus finish(ImagePlusFrames frames);

	/** Where the rain layer goes, if it is wanted: planes that are not kept in memory have their rain beside them. */
	default LayerTarget layer() {
		return LayerTarget.memory();
	}

	/** Lets go of what is unfinished. */
	@Override
	default void close() {
		// memory needs no help
	}
}
