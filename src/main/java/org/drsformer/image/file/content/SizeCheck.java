package org.drsformer.image.file.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.DrsformerException;
import org.drsformer.image.FrameTensor;

/** Whether what a file claims to be can be true, before memory is taken for it. */
public final class SizeCheck {

	private SizeCheck() {
		// static functions only
	}

	/**
	 * @param mostPixelsPerByte that the compression can make of a byte
	 * @throws DrsformerException if it is not so
	 */
	public static void check(final Path file, final int width, final int height, final long mostPixelsPerByte)
		throws IOException
	{
		final long pixels = (long) width * height;
		if (pixels > FrameTensor.MOST_SAMPLES)
			throw new DrsformerException("The image " + file + " is too large: " + width + " x " + height + " pixels.");
		if (pixels / mostPixelsPerByte > Files.size(file))
			throw new DrsformerException("The image " + file + " is damaged: it claims " + width + " x " + height +
				" pixels, more than can be in so small a file.");
	}
}
