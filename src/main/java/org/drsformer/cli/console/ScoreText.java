package org.drsformer.cli.console;

import java.util.Locale;

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

	private static String text(final String format, final double value) {
		return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
	}
}
