package org.drsformer.cli.console;

import java.util.Locale;

/** Scores as papers print them, whatever the language of the machine. */
public final class ScoreText {

	private ScoreText() {
		// static functions only
	}

	/** Such as {@code 33.72}, {@code Infinity}, or {@code -} for what is not a number. */
	public static String psnr(final double decibels) {
		return text("%.2f", decibels);
	}

	/** Such as {@code 0.9672}. */
	public static String ssim(final double ssim) {
		return text("%.4f", ssim);
	}

	private static String text(final String format, final double value) {
		return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
	}
}
