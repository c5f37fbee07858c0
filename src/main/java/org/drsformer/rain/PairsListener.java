package org.drsformer.rain;

import java.nio.file.Path;

import org.drsformer.Progress;

/**
 * Hears how a run that makes pairs goes on, and may cancel it as a {@link Progress}. The thread that works calls it.
 */
public interface PairsListener extends Progress {

	/**
	 * Hears that work on a clean image begins.
	 *
	 * @param number the number of the image, from 1
	 * @param count the number of images
	 */
	void started(Path clean, int number, int count);

	/** Hears that a pair has been written. */
	void done(Path clean, Path rainy);

	/**
	 * Hears that no pair could be made of an image or folder; the work goes on.
	 *
	 * @param sentence says why, and names the file
	 */
	void failed(Path clean, String sentence);
}
