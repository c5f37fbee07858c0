package org.drsformer.image;

import java.io.IOException;
import java.nio.file.Path;

import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.filter.AVI_Writer;

/**
 * Writes AVI files with ImageJ's writer, a frame at a time. They are not compressed: nothing of the result is lost, and
 * every player shows them.
 */
final class AviWriter {

	private AviWriter() {
		// static functions only
	}

	/**
	 * @param like has the frames per second
	 * @param frames asked for one after the other, the first one several times
	 */
	static void write(final ImagePlus like, final ImageStack frames, final Path file) throws IOException {
		final ImagePlus video = new ImagePlus(like.getTitle(), frames);
		video.setCalibration(like.getCalibration());
		new AVI_Writer().writeImage(video, file.toString(), AVI_Writer.NO_COMPRESSION, 0);
	}
}
