package org.drsformer.train.data;

import java.util.Random;

import org.drsformer.DrsformerException;
import org.drsformer.image.FrameTensor;
import org.drsformer.image.ValueRange;
import org.drsformer.rain.RainSynthesizer;

/**
 * One view to learn from: a clean image, with the same image in the rain, or with rain that is made for every crop.
 *
 * @param name the name for people
 * @param clean the image without rain
 * @param rainy the same image with rain; null if rain is made
 * @param black the values of black and white; null to take those of the images
 */
record Scene(String name, TrainingImage clean, TrainingImage rainy, ValueRange black) {

	/** @throws DrsformerException if the two images differ in size, or do not suit a network of this many channels */
	void check(final int channels) {
		clean.checkChannels(channels);
		if (rainy != null && (rainy.width() != clean.width() || rainy.height() != clean.height()
			|| rainy.channels() != clean.channels() || rainy.slices() != clean.slices()))
			throw new DrsformerException(
				"The images of the pair " + name + " do not fit together: " + rainy.file() + " has " +
					rainy.describe() + ", " + clean.file() + " has " + clean.describe() + "; make both the same size.");
	}

	/** @throws DrsformerException if crops of this size cannot be taken from it */
	void checkHolds(final int size) {
		if (clean.width() < size || clean.height() < size)
			throw new DrsformerException(
				"The image " + clean.file() + " has only " + clean.width() + " x " + clean.height() +
					" pixels, less than the crops of " + size + " x " + size + "; remove it, or give smaller crops.");
	}

	/** Returns the clean image alone, to which rain is to be added. */
	Scene withoutRainyImage() {
		return new Scene(name, clean, null, black);
	}

	/** Returns a crop from a random place, with rain and without, flipped and rotated at random. */
	Pair crop(final int size, final int channels, final RainSynthesizer synthesizer, final Random random) {
		final int slice = random.nextInt(clean.slices());
		final int x = random.nextInt(clean.width() - size + 1);
		final int y = random.nextInt(clean.height() - size + 1);
		final int channel = random.nextInt(clean.channels());
		final int symmetry = random.nextInt(Symmetry.COUNT);
		return crop(new TrainingImage.Place(slice, x, y, size, size), channels, channel, synthesizer, random.nextLong())
			.turned(symmetry);
	}

	/**
	 * Returns a crop with rain and without.
	 *
	 * @param rain the seed of the rain, if it is made
	 */
	Pair crop(final TrainingImage.Place place, final int channels, final int channel, final RainSynthesizer synthesizer,
		final long rain)
	{
		final ValueRange range = range();
		final FrameTensor without = clean.crop(place, channels, channel, range);
		return new Pair(rainy == null ? synthesizer.rainy(without, rain) : rainy.crop(place, channels, channel, range),
			without);
	}

	/** Returns one value range for both images, which would differ by more than rain otherwise. */
	private ValueRange range() {
		if (black != null)
			return black;
		return rainy == null ? clean.range()
			: new ValueRange(Math.min(rainy.range().min(), clean.range().min()),
				Math.max(rainy.range().max(), clean.range().max()));
	}
}
