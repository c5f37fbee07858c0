package org.drsformer.metric.noreference;

import java.util.Arrays;
import java.util.OptionalDouble;

import org.drsformer.DrsformerException;
import org.drsformer.metric.DataRange;
import org.drsformer.metric.plane.FrameReader;
import org.drsformer.metric.plane.PixelRows;
import org.drsformer.metric.plane.Plane;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;

/**
 * The frames of an image as gray planes in 0..255. Colour becomes gray as MATLAB's {@code rgb2gray} makes it, rounded
 * to whole samples if the samples are whole numbers.
 *
 * @param frames of the image
 * @param range the sample value that becomes 255
 * @param rounded whether the samples are whole numbers
 */
record GrayPlanes(FrameReader frames, double range, boolean rounded) {

	private static final double WHITE = 255;

	/** The weights of red, green and blue: the first row of the inverse of NTSC's matrix from YIQ to RGB. */
	private static final double[] WEIGHTS = { 0.298936021293775, 0.587043074451121, 0.114020904255103 };

	/**
	 * Prepares the planes of an image.
	 *
	 * @param metric its name, for messages
	 * @param stated the range that the user stated, if any
	 * @throws DrsformerException if the image is neither gray nor RGB, or its range is unknown
	 */
	static GrayPlanes of(final String metric, final RandomAccessibleInterval<?> image, final int channelAxis,
		final OptionalDouble stated)
	{
		final FrameReader frames = FrameReader.of(image, channelAxis);
		if (frames.channels() != 1 && frames.channels() != 3)
			throw new DrsformerException(metric + " scores gray and RGB images, not " + frames.channels() +
				" channels; take one of the channels, or the three of colour.");
		final boolean whole = image.getType() instanceof ARGBType || image.getType() instanceof IntegerType;
		return new GrayPlanes(frames, stated.orElseGet(() -> rangeByType(metric, image)), whole);
	}

	private static double rangeByType(final String metric, final RandomAccessibleInterval<?> image) {
		return DataRange.ofUnsigned(image)
			.orElseThrow(() -> new DrsformerException(
				metric + " scores 8-bit, 16-bit and RGB images, not " + DataRange.typeName(image) +
					" ones; state the data range, such as 1 for values in 0..1, or convert the image."));
	}

	int count() {
		return frames.count();
	}

	/**
	 * Returns one plane.
	 *
	 * @throws DrsformerException if a pixel is not a finite number
	 */
	Plane read(final int index) {
		final PixelRows pixels = frames.read(index);
		final Plane gray = new Plane(pixels.width(), pixels.height());
		final double[][] rows = new double[pixels.channels()][pixels.width()];
		for (int y = 0; y < gray.height(); y++) {
			pixels.read(y, rows);
			if (rows.length == 3)
				mix(rows);
			scale(rows[0]);
			System.arraycopy(rows[0], 0, gray.values(), y * gray.width(), gray.width());
		}
		if (!Arrays.stream(gray.values()).allMatch(Double::isFinite))
			throw new DrsformerException("The image has pixels that are not finite numbers; replace them, then score.");
		return gray;
	}

	/** Replaces the values of red by gray. */
	private void mix(final double[][] rows) {
		for (int x = 0; x < rows[0].length; x++) {
			final double gray = WEIGHTS[0] * rows[0][x] + WEIGHTS[1] * rows[1][x] + WEIGHTS[2] * rows[2][x];
			rows[0][x] = rounded ? Math.floor(gray + 0.5) : gray;
		}
	}

	private void scale(final double[] row) {
		if (range != WHITE)
			for (int x = 0; x < row.length; x++)
				row[x] *= WHITE / range;
	}
}
