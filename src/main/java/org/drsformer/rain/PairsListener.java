package org.drsformer.rain;

import java.nio.file.Path;

import org.drsformer.Progress;

/** Hears how the making of pairs goes; as a {@link Progress} it may cancel it. All on the thread that works. */
public interface PairsListener extends Progress {

	/** Work on a clean image begins: the one with this number, from 1, of so many. */
	void started(Path clean, int number, int count);

	/** A pair has been written. */
	void done(Path clean, Path rainy);

	/**
	 * No pair could be made of an image or folder; the work goes on.
	 *
	 * @param sentence why; names the file
	 */
	void failed(Path clean, String sentence);
}
