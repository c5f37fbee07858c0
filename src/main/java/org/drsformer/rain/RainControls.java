package org.drsformer.rain;

import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.NumberText;
import org.drsformer.rain.Distribution.LogUniform;
import org.drsformer.rain.Distribution.Uniform;

/**
 * Properties of streaks as users set them for experiments, instead of those of a preset: each a number such as
 * {@code 20}, a range such as {@code 10..90}, or empty for the preset's.
 *
 * @param angle of an image, in degrees from the vertical, in -90..90; positive falls to the lower right
 * @param length of a streak in pixels, in 1..1000
 * @param width of a streak in pixels, in 0.1..100
 * @param density sum of the streaks' areas as a share of that of the image, in 0..10
 * @param brightness mean brightness of the streaks of an image, 1 for white, in 0..1
 * @param jitter standard deviation of the angles inside an image, in degrees, in 0..90
 */
public record RainControls(String angle, String length, String width, String density, String brightness,
	String jitter) {

	/** Changes nothing. */
	public static final RainControls NONE = new RainControls("", "", "", "", "", "");

	/** Null becomes empty. */
	public RainControls {
		angle = text(angle);
		length = text(length);
		width = text(width);
		density = text(density);
		brightness = text(brightness);
		jitter = text(jitter);
	}

	private static String text(final String value) {
		return value == null ? "" : value.strip();
	}

	/** Returns whether any property is set. */
	public boolean any() {
		return !Stream.of(angle, length, width, density, brightness, jitter).allMatch(String::isEmpty);
	}

	/**
	 * Changes the rain of a preset.
	 *
	 * @throws DrsformerException if a property is no number or range, or the preset has no single recipe
	 */
	RainStyle change(final String preset) {
		if (preset.equals(RainChoice.NONE))
			throw new DrsformerException("Rain of a level has no angle, length, width, density, brightness or jitter" +
				" of its own to set; choose the preset rain200l or rain200h with them.");
		return RainPreset.parse(preset)
			.recipe()
			.with(range("angle", angle, -90, 90), range("jitter", jitter, 0, 90), lengths(),
				range("width", width, 0.1, 100), range("density", density, 0, 10),
				range("brightness", brightness, 0, 1));
	}

	private Distribution lengths() {
		final Uniform range = range("length", length, 1, 1000);
		return range == null ? null : new LogUniform(range.min(), range.max());
	}

	/** Returns null for an empty text. */
	private static Uniform range(final String name, final String text, final double min, final double max) {
		if (text.isEmpty())
			return null;
		final int dots = text.indexOf("..");
		final OptionalDouble first = NumberText.real(dots < 0 ? text : text.substring(0, dots));
		final OptionalDouble last = NumberText.real(dots < 0 ? text : text.substring(dots + 2));
		if (first.isEmpty() || last.isEmpty() || first.getAsDouble() < min || last.getAsDouble() > max
			|| first.getAsDouble() > last.getAsDouble())
			throw new DrsformerException(
				"There is no " + name + " \"" + text + "\" of rain; write a number in " + number(min) + ".." +
					number(max) + ", or two such numbers with two dots between them, the lower one first.");
		return new Uniform(first.getAsDouble(), last.getAsDouble());
	}

	private static String number(final double value) {
		return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
	}
}
