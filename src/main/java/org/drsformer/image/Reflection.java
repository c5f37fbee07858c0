package org.drsformer.image;

/** Continues the rows and columns of a frame beyond its right and lower edge. */
final class Reflection {

	private Reflection() {
		// static functions only
	}

	/**
	 * Fills a frame to the right of an image and below it. The image is reflected at the middle of its edge pixels, so
	 * that none of them is repeated, as often as needed.
	 *
	 * @param frame holds the image at its upper left
	 * @param width columns of the image
	 * @param height rows of the image
	 */
	static void pad(final FrameTensor frame, final int width, final int height) {
		final int channels = frame.channels();
		final int rowLength = frame.width() * channels;
		for (int y = 0; y < height; y++)
			for (int x = width; x < frame.width(); x++)
				System.arraycopy(frame.values(), y * rowLength + inside(x, width) * channels, frame.values(),
					y * rowLength + x * channels, channels);
		for (int y = height; y < frame.height(); y++)
			System.arraycopy(frame.values(), inside(y, height) * rowLength, frame.values(), y * rowLength, rowLength);
	}

	/** An image of one pixel has no neighbour to reflect; the pixel is repeated. */
	private static int inside(final int position, final int size) {
		final int period = Math.max(1, 2 * (size - 1));
		final int offset = position % period;
		return offset < size ? offset : period - offset;
	}
}
