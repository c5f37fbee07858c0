package org.drsformer.rain;

import java.util.List;
import java.util.Random;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.image.FrameTensor;
import org.drsformer.image.ValueRange;
import org.drsformer.image.frame.Frames;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

/**
 * Lets it rain in clean images:
 *
 * <pre>
 * RainSynthesizer synthesizer = new RainSynthesizer(RainPreset.RAIN200H, 1);
 * RandomAccessibleInterval&lt;ARGBType&gt; rainy = synthesizer.rainy(clean);
 * </pre>
 *
 * Every frame has rain of its own, known by its number: frame 7 has the same rain whether the frames before were asked
 * for or not, on every machine and by any thread. Immutable.
 */
public final class RainSynthesizer {

	private final RainStyle style;
	private final long seed;

	public RainSynthesizer(final RainStyle style, final long seed) {
		this.style = style;
		this.seed = seed;
	}

	/**
	 * The same style with other rain, which depends on the name; so that the images of a folder do not all get the
	 * same.
	 */
	public RainSynthesizer named(final String name) {
		return new RainSynthesizer(style, Seeds.member(seed, Seeds.number(name)));
	}

	/** What rain a frame has. */
	public Rain rain(final long number) {
		return style.draw(random(number));
	}

	private Random random(final long number) {
		return Seeds.random(Seeds.member(seed, 2 * number));
	}

	private RainMap map(final Rain rain, final long width, final long height, final long number) {
		return RainMap.of(rain, width, height, Seeds.member(seed, 2 * number + 1));
	}

	/**
	 * A frame, such as a crop to train with, in the rain.
	 *
	 * @param clean left as it is
	 * @param number which rain, any number
	 */
	public FrameTensor rainy(final FrameTensor clean, final long number) {
		final Rain rain = rain(number);
		final float[] drops = map(rain, clean.width(), clean.height(), number).values();
		final float[] values = clean.values().clone();
		for (int i = 0; i < values.length; i++)
			values[i] = (float) rain.blending().blend(values[i], drops[i / clean.channels()]);
		return new FrameTensor(values, clean.height(), clean.width(), clean.channels());
	}

	/** An image without a channel axis in the rain. */
	public <T extends Type<T>> RandomAccessibleInterval<T> rainy(final RandomAccessibleInterval<T> clean) {
		return rainy(clean, Frames.NO_CHANNEL_AXIS, Progress.NONE);
	}

	/**
	 * An image in the rain: RGB (ARGBType) or any RealType, with two axes or more besides that of its channels, each
	 * further one being frames.
	 *
	 * @param clean left as it is; what is black and white in it is found as in {@link ValueRange#of}
	 * @param channelAxis the axis that counts channels, from 0, or {@link Frames#NO_CHANNEL_AXIS}; RGB images have none
	 * @param progress over all frames
	 * @return a new image of the same type and interval; nothing in it is above white that was not before
	 * @throws DrsformerException if the pixels are not numbers, or the image has no planes
	 * @throws java.util.concurrent.CancellationException if the progress asks for it
	 */
	public <T extends Type<T>> RandomAccessibleInterval<T> rainy(final RandomAccessibleInterval<T> clean,
		final int channelAxis, final Progress progress)
	{
		final Frames<?> frames = Frames.of(clean, channelAxis);
		final ValueRange range = ValueRange.of(clean);
		final RandomAccessibleInterval<T> result = Views
			.translate(Util.getSuitableImgFactory(clean, clean.getType()).create(clean), clean.minAsLongArray());
		LoopBuilder.setImages(clean, result).forEachPixel((from, to) -> to.set(from));
		rain(Frames.of(result, channelAxis), range, progress);
		return result;
	}

	private void rain(final Frames<?> frames, final ValueRange range, final Progress progress) {
		final long count = frames.count();
		for (long number = 0; number < count; number++) {
			progress.update((double) number / count);
			rain(frames, number, range);
		}
		progress.update(1);
	}

	private <T extends RealType<T>> void rain(final Frames<T> frames, final long number, final ValueRange range) {
		rainOn(frames.planes(number), range, number);
	}

	/**
	 * Lets it rain in one frame of a sequence that is streamed.
	 *
	 * @param frame changed; two axes besides that of its channels
	 * @param channelAxis or {@link Frames#NO_CHANNEL_AXIS}
	 * @param range of the whole sequence
	 * @param number which rain
	 * @throws DrsformerException as for whole images
	 */
	public void rainOn(final RandomAccessibleInterval<?> frame, final int channelAxis, final ValueRange range,
		final long number)
	{
		rainOn(Frames.of(frame, channelAxis), range, number);
	}

	private <T extends RealType<T>> void rainOn(final Frames<T> frame, final ValueRange range, final long number) {
		rainOn(frame.planes(0), range, number);
	}

	private <T extends RealType<T>> void rainOn(final List<RandomAccessibleInterval<T>> planes, final ValueRange range,
		final long number)
	{
		final Rain rain = rain(number);
		final RainMap map = map(rain, planes.get(0).dimension(0), planes.get(0).dimension(1), number);
		final RandomAccessibleInterval<FloatType> drops = ArrayImgs.floats(map.values(), map.width(), map.height());
		for (final RandomAccessibleInterval<T> plane : planes)
			blend(drops, plane, range, rain.blending());
	}

	/** Values without rain stay as they are, to the last bit. */
	private static <T extends RealType<T>> void blend(final RandomAccessibleInterval<FloatType> drops,
		final RandomAccessibleInterval<T> plane, final ValueRange range, final Blending blending)
	{
		final boolean integers = plane.getType() instanceof IntegerType;
		final double least = plane.getType().getMinValue();
		final double most = plane.getType().getMaxValue();
		LoopBuilder.setImages(drops, plane).forEachPixel((drop, pixel) -> {
			if (drop.get() == 0)
				return;
			final double value = range.restore(blending.blend(range.normalize(pixel.getRealDouble()), drop.get()));
			pixel.setReal(integers ? Math.max(least, Math.min(most, Math.rint(value))) : value);
		});
	}
}
