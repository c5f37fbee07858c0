package org.drsformer.rain.measure;

import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.image.frame.Frames;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.image.SliceViews;
import org.drsformer.image.ValueRange;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.img.array.ArrayImgs;

/**
 * What rain adds to an image: rainy - clean, mean over the channels.
 *
 * @param values (height, width), row after row, in levels of 255: 255 is the step from black to white
 */
public record RainLayer(float[] values, int width, int height) {

	/** Levels from black to white. */
	private static final double LEVELS = 255;

	/**
	 * Returns the layer of the first frame of an image.
	 *
	 * @throws DrsformerException if the two images differ in size or channels, or are of a kind that is not supported
	 */
	public static RainLayer of(final ImagePlus rainy, final ImagePlus clean) {
		if (rainy.getWidth() != clean.getWidth() || rainy.getHeight() != clean.getHeight())
			throw new DrsformerException("The image " + rainy.getTitle() + " has " + size(rainy) + " pixels and " +
				clean.getTitle() + " has " + size(clean) + "; a pair is of one size.");
		final float[] values = new float[rainy.getWidth() * rainy.getHeight()];
		final ValueRange range = ValueRange.of(new ImagePlusFrames(clean));
		final int channels = add(rainy, range, 1, values);
		if (add(clean, range, -1, values) != channels)
			throw new DrsformerException("The images " + rainy.getTitle() + " and " + clean.getTitle() +
				" differ in their number of channels; a pair has the same.");
		return new RainLayer(values, rainy.getWidth(), rainy.getHeight());
	}

	private static String size(final ImagePlus image) {
		return image.getWidth() + " x " + image.getHeight();
	}

	private static int add(final ImagePlus image, final ValueRange range, final double sign, final float[] sum) {
		final ImagePlusFrames frames = new ImagePlusFrames(image);
		return add(Frames.of(SliceViews.frame(frames.slices(0)), frames.channelAxis()), frames.range(0, range), sign,
			ArrayImgs.floats(sum, image.getWidth(), image.getHeight()));
	}

	private static <T extends RealType<T>> int add(final Frames<T> frames, final ValueRange range, final double sign,
		final RandomAccessibleInterval<FloatType> sum)
	{
		final List<RandomAccessibleInterval<T>> planes = frames.planes(0);
		final double scale = sign * LEVELS / planes.size();
		for (final RandomAccessibleInterval<T> plane : planes)
			LoopBuilder.setImages(plane, sum)
				.forEachPixel((pixel, total) -> total
					.set((float) (total.get() + scale * range.normalize(pixel.getRealDouble()))));
		return planes.size();
	}
}
