package org.drsformer.train.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.drsformer.DrsformerException;
import org.drsformer.NumberText;
import org.drsformer.image.ValueRange;
import org.drsformer.rain.RainLevel;
import org.drsformer.rain.RainPreset;
import org.drsformer.rain.RainStyle;

/**
 * The images that a network learns from.
 *
 * @param pairs folders that hold rainy images in {@code input} and the same images without rain, by the same names, in
 *        {@code target}
 * @param clean folders of images without rain, to which rain is added during the training
 * @param rain the kind of that rain: {@code rain200l}, {@code rain200h}, {@code mixed}, or a level in 0..1
 * @param validation a folder of pairs to validate with; null to hold out some of the images
 * @param heldOut the number of images that are held out for validation if there is no such folder; 0 for a tenth, at
 *        most 8
 * @param keep the share of the crops, from 0 to below 1, that show ordinary rain ({@code mixed}) in the images without
 *        rain, so that a network that learns another rain does not forget ordinary rain
 * @param range the values of black and white in all images; null to find them for each view
 */
public record DataSettings(List<Path> pairs, List<Path> clean, String rain, Path validation, int heldOut, double keep,
	ValueRange range) {

	/** The usual share of ordinary rain when a network that knows it learns another rain. */
	private static final double USUAL_KEEP = 0.3;

	/** @throws DrsformerException if there are no folders, the rain is unknown, or a number is out of its range */
	public DataSettings {
		pairs = List.copyOf(pairs);
		clean = List.copyOf(clean);
		if (pairs.isEmpty() && clean.isEmpty())
			throw new DrsformerException(
				"There is nothing to learn from; name a folder of pairs, or of images without rain.");
		if (heldOut < 0)
			throw new DrsformerException(heldOut + " images cannot be held out; give at least 0 (automatic).");
		if (!(keep >= 0 && keep < 1))
			throw new DrsformerException("The share of ordinary rain cannot be " + keep + "; give 0 to below 1.");
		style(rain);
	}

	/** Makes settings that find the values of black and white for each view. */
	public DataSettings(final List<Path> pairs, final List<Path> clean, final String rain, final Path validation,
		final int heldOut, final double keep)
	{
		this(pairs, clean, rain, validation, heldOut, keep, null);
	}

	/**
	 * Returns the usual share of ordinary rain. It is 0 if there are no pairs and the rain is {@code mixed}: then all
	 * crops show ordinary rain anyway, and a score of it would only be a second one of the same kind.
	 *
	 * @param fineTuning whether the network starts from a model, which knows ordinary rain
	 */
	public static double usualKeep(final boolean fineTuning, final List<Path> pairs, final String rain) {
		final boolean another = !pairs.isEmpty() || style(rain) != RainPreset.MIXED;
		return fineTuning && another ? USUAL_KEEP : 0;
	}

	/** Returns all folders with images. */
	public List<Path> folders() {
		final List<Path> folders = new ArrayList<>(clean);
		final List<Path> ofPairs = new ArrayList<>(pairs);
		if (validation != null)
			ofPairs.add(validation);
		ofPairs.forEach(folder -> folders.addAll(PairFolder.folders(folder)));
		return folders;
	}

	RainStyle style() {
		return style(rain);
	}

	private static RainStyle style(final String rain) {
		final OptionalDouble level = NumberText.real(rain);
		return level.isPresent() ? new RainLevel(level.getAsDouble()) : RainPreset.parse(rain);
	}
}
