package org.drsformer.derain.imageplus;

import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.derain.Derainer;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.image.Region;
import org.drsformer.image.ValueRange;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * Removes rain from an image of ImageJ, of any type. Red, green and blue are derained together in an RGB image, and in
 * a 48-bit image that ImageJ keeps as three slices. In other images each channel is derained by itself, unless
 * {@link org.drsformer.image.ChannelChoice} says otherwise. The value range is that of the whole image, whatever planes
 * are chosen. A virtual stack is read plane by plane.
 */
public final class ImagePlusDerainer {

	private final ImagePlus rainy;
	private final ImageChoice choice;
	private final Derainer derainer;
	private final Progress progress;

	/**
	 * @param rainy the image to derain
	 * @param progress receives the progress over all planes
	 */
	public ImagePlusDerainer(final ImagePlus rainy, final ImageChoice choice, final Derainer derainer,
		final Progress progress)
	{
		this.rainy = rainy;
		this.choice = choice;
		this.derainer = derainer;
		this.progress = progress;
	}

	/**
	 * Removes the rain from a whole image.
	 *
	 * @param rainy is not changed
	 * @param progress receives the progress over all planes
	 * @return a new image of the same type, size, calibration, labels, display range, lookup tables, selection, overlay
	 *         and properties, named by the task of the model, such as {@code cat-derained.png} for {@code cat.png}; RGB
	 *         (or gray) for an image with a palette of colours (or grays), which lacks those of the result
	 * @throws DrsformerException if the image cannot be derained; says why
	 * @throws java.util.concurrent.CancellationException if the progress cancels the work
	 */
	public static ImagePlus derain(final ImagePlus rainy, final Derainer derainer, final Progress progress) {
		return new ImagePlusDerainer(rainy, ImageChoice.WHOLE, derainer, progress)
			.into(new NewImage(rainy, derainer.settings().model().task()), false)
			.image();
	}

	/**
	 * Removes the rain.
	 *
	 * @param target receives the result; finished here
	 * @param withRain whether the rain layer is wanted too
	 * @throws DrsformerException if the image cannot be derained; says why
	 * @throws java.util.concurrent.CancellationException if the progress cancels the work; nothing is changed then
	 */
	public DerainedImage into(final ImageTarget target, final boolean withRain) {
		ClosedImages.watch();
		try {
			final ImagePlusFrames frames = new ImagePlusFrames(rainy, choice.planes(), choice.channels());
			target.begin(frames);
			if (withRain)
				return withRain(frames, target);
			derain(frames, range(), target, null);
			return new DerainedImage(target.finish(frames), null);
		}
		catch (final OutOfMemoryError failure) {
			throw new DrsformerException("Java does not have enough memory for the image " + rainy.getTitle() +
				"; give it more (-Xmx, in Fiji Edit > Options > Memory & Threads), derain fewer planes, or write" +
				" them to files.", failure);
		}
		finally {
			target.close();
		}
	}

	private DerainedImage withRain(final ImagePlusFrames frames, final ImageTarget target) {
		final ValueRange range = range();
		try (RainLayer rain = new RainLayer(rainy, frames, range, derainer.settings().model().task(), target.layer())) {
			derain(frames, range, target, rain);
			return new DerainedImage(target.finish(frames), rain.finish());
		}
	}

	private ValueRange range() {
		return derainer.rangeOf(new CancelableFrames(new ImagePlusFrames(rainy), progress));
	}

	private void derain(final ImagePlusFrames frames, final ValueRange range, final ImageTarget target,
		final RainLayer rain)
	{
		final Region region = choice.selection() ? Region.of(rainy) : Region.whole(rainy);
		final FrameDerainer frameDerainer = new FrameDerainer(derainer, frames, region, range);
		final double count = frames.count();
		for (int i = 0; i < count; i++) {
			final List<ImageProcessor> before = frames.slices(i);
			final List<ImageProcessor> after = frameDerainer.derain(i, before,
				progress.part(i / count, (i + 1) / count));
			final List<String> labels = frames.labels(i);
			for (int s = 0; s < after.size(); s++) {
				target.add(labels.get(s), after.get(s));
				if (rain != null)
					rain.add(labels.get(s), before.get(s), after.get(s), frames.isNegative(i));
			}
		}
	}
}
