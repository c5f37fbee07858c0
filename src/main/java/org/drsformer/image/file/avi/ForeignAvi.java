package org.drsformer.image.file.avi;

import java.nio.file.Path;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.content.FailureReason;

import ij.IJ;
import ij.plugin.AVI_Reader;
import ij.process.ImageProcessor;

/** An AVI file whose frames are stored as luma and chroma, or in 16 bits: ImageJ's reader decodes it. */
final class ForeignAvi {

	private final Path file;

	/** The place of each frame among those that are not empty, from 1: ImageJ skips empty frames. */
	private final int[] places;

	private final AVI_Reader reader = new AVI_Reader();

	/**
	 * Opens a file.
	 *
	 * @throws DrsformerException if ImageJ cannot read it, or does not find the same frames
	 */
	ForeignAvi(final Path file, final AviFile avi) {
		this.file = file;
		reader.makeStack(file.toString(), 1, 0, true, false, false);
		places = new int[avi.frames().size()];
		int count = 0;
		for (int i = 0; i < places.length; i++)
			places[i] = avi.frames().get(i).bytes() > 0 ? ++count : count;
		if (reader.getSize() != count || reader.getWidth() != avi.headers().format().width()
			|| reader.getHeight() != avi.headers().format().height())
			throw new DrsformerException(
				"The video " + file + " cannot be opened: it is damaged, or not of a supported kind" +
					" (uncompressed, or frames of JPEG or PNG); convert it.");
	}

	/**
	 * Decodes a frame. ImageJ would show its failures in a dialog; the switch that prevents this holds for all of its
	 * readers.
	 *
	 * @param number of a frame that is not empty, from 0
	 */
	ImageProcessor frame(final int number) {
		synchronized (ForeignAvi.class) {
			final boolean redirected = IJ.redirectingErrorMessages();
			IJ.redirectErrorMessages(true);
			try {
				final ImageProcessor frame = reader.getProcessor(places[number]);
				if (frame != null)
					return frame;
			}
			catch (final RuntimeException failure) {
				throw AviReader.damaged(file, number, FailureReason.of(failure), failure);
			}
			catch (final OutOfMemoryError failure) {
				throw new DrsformerException(
					"Java does not have enough memory for a frame of the video " + file + "; give it more (-Xmx).",
					failure);
			}
			finally {
				IJ.redirectErrorMessages(redirected);
			}
		}
		throw AviReader.damaged(file, number, "ImageJ cannot read it", null);
	}
}
