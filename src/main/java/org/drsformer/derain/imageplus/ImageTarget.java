package org.drsformer.derain.imageplus;

import java.nio.file.Path;
import java.util.List;

import org.drsformer.image.ImagePlusFrames;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * Receives the planes of a derained image, one after the other. Nothing that existed before is changed before the end.
 */
public interface ImageTarget extends AutoCloseable {

	/**
	 * Prepares for the planes.
	 *
	 * @param frames the frames of the input that are derained
	 */
	default void begin(final ImagePlusFrames frames) {
		// memory needs no preparation
	}

	/**
	 * Takes the next plane.
	 *
	 * @param label may be null
	 * @param plane is not used by others afterwards
	 */
	void add(String label, ImageProcessor plane);

	/**
	 * Finishes the image after the last plane.
	 *
	 * @param frames the frames given to {@link #begin}
	 * @return the derained image
	 */
	ImagePlus finish(ImagePlusFrames frames);

	/**
	 * Returns the target of the rain layer. If the planes are not kept in memory, the rain layer is written beside
	 * them.
	 */
	default LayerTarget layer() {
		return LayerTarget.memory();
	}

	/**
	 * Returns the files that exist now and will be replaced; of a folder of planes only the first.
	 *
	 * @param withRain whether the rain layer is wanted too
	 */
	default List<Path> existing(final boolean withRain) {
		return List.of();
	}

	/** Discards what is unfinished. */
	@Override
	default void close() {
		// memory needs no help
	}
}
