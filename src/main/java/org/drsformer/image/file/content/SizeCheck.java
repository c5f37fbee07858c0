package org.drsformer.image.file.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.DrsformerException;
import org.drsformer.image.FrameTensor;

/** Checks whether the size that a file claims is possible, before memory is used for it. */
public final class SizeCheck {

	private SizeCheck() {
		// static functions only
	}

	/**
	 * Checks a size.
	 *
	 * @param mostPixelsPerByte the most pixels that the compression can store in a byte
	 * @throws DrsformerException if the size is impossible
	 */
	public static void check(final Path file, final int width, final int height, final long mostPixelsPerByte)
		throws IOException
	{
		final long pixels = (long) width * height;
		if (pixels > FrameTensor.MOST_SAMPLES)
			throw new DrsformerException("The image " + file + " is too large: " + width + " x " + height + " pixels.");
		if (pixels / mostPixelsPerByte > Files.size(file))
			throw new DrsformerException("The image " + file + " is damaged: it claims " + width + " x " + height +
				" pixels, more than fit into such a small file.");
	}
}
