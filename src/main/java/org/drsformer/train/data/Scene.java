package org.drsformer.train.data;

import java.util.Random;

import org.drsformer.DrsformerException;
import org.drsformer.image.FrameTensor;
import org.drsformer.image.ValueRange;
import org.drsformer.rain.RainSynthesizer;

/**
 * One image to learn from: with a rainy twin, or with rain that is made for every crop.
 *
 * @param name for people
 * @param clean the image without rain
 * @param rainy the same with rain; null if rain is made
 */
record Scene(String name, TrainingImage clean, TrainingImage rainy) {

	/** @throws DrsformerException if the two are not of one size, or not for a network of this many channels */
	void check(final int channels) {
		clean.checkChannels(channels);
		if (rainy != null && (rainy.width() != clean.width() || rainy.height() != clean.height()
			|| rainy.channels() != clean.channels() || rainy.slices() != clean.slices()))
			throw new DrsformerException("The pair " + name + " does not fit together: " + rainy.file() + " has " +
				rainy.describe() + ", " + clean.file() + " has " + clean.describe() + "; make both alike.");
	}

	/** @throws DrsformerException if crops of this size cannot be taken from it */
	void checkHolds(final int size) {
		if (clean.width() < size || clean.height() < size)
			throw new DrsformerException("The image " + clean.file() + " has only " + clean.width() + " x " +
				clean.height() + " pixels, less than the crops of " + size + " x " + size +
				"; take it away, or give smaller crops.");
	}

	/** A crop from anywhere, with its rain, flipped and rotated at random. */
	Pair crop(final int size, final int channels, final RainSynthesizer synthesizer, final Random random) {
		final int slice = random.nextInt(clean.slices());
		final int x = random.nextInt(clean.width() - size + 1);
		final int y = random.nextInt(clean.height() - size + 1);
		final int channel = random.nextInt(clean.channels());
		final int symmetry = random.nextInt(Symmetry.COUNT);
		return crop(new TrainingImage.Place(slice, x, y, size, size), channels, channel, synthesizer, random.nextLong())
			.turned(symmetry);
	}

	/** @param rain the number of the rain, if it is made */
	Pair crop(final TrainingImage.Place place, final int channels, final int channel, final RainSynthesizer synthesizer,
		final long rain)
	{
		final ValueRange range = range();
		final FrameTensor without = clean.crop(place, channels, channel, range);
		return new Pair(rainy == null ? synthesizer.rainy(without, rain) : rainy.crop(place, channels, channel, range),
			without);
	}

	/** One for both, or they would differ by more than rain. */
	private ValueRange range() {
		return rainy == null ? clean.range()
			: new ValueRange(Math.min(rainy.range().min(), clean.range().min()),
				Math.max(rainy.range().max(), clean.range().max()));
	}
}
