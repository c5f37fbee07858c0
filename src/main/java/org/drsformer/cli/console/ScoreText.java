package org.drsformer.cli.console;

import java.util.Locale;

import org.drsformer.evaluate.score.Measure;

/** Formats scores as papers print them, in every locale. */
public final class ScoreText {

	private ScoreText() {
		// static functions only
	}

	/** Returns a text such as {@code 33.72} or {@code Infinity}; {@code -} for NaN. */
	public static String psnr(final double decibels) {
		return text("%.2f", decibels);
	}

	/** Returns a text such as {@code 0.9672}; {@code -} for NaN. */
	public static String ssim(final double ssim) {
		return text("%.4f", ssim);
	}

	/** Returns a text of NIQE or BRISQUE, such as {@code 3.6058}; {@code -} for NaN. */
	public static String index(final double score) {
		return text("%.4f", score);
	}

	/** Returns a number with the decimals that papers print; {@code -} for NaN. */
	public static String of(final Measure measure, final double value) {
		return text("%." + measure.decimals() + "f", value);
	}

	/** Returns a difference with its sign and one more decimal than papers print; {@code -} for NaN. */
	public static String difference(final Measure measure, final double value) {
		return text("%+." + (measure.decimals() + 1) + "f", value);
	}

	/** Returns a probability, such as {@code 0.0625} or {@code 1.9e-06}; {@code -} for NaN. */
	public static String probability(final double p) {
		return text(p < 1e-4 ? "%.1e" : "%.4f", p);
	}

	/** Returns a number as people write it: 255 and not 255.0. */
	public static String number(final double value) {
		return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
	}

	private static String text(final String format, final double value) {
		return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
	}
}
