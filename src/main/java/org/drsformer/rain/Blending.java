package org.drsformer.rain;

import java.util.List;

import org.drsformer.EnumLabels;

/** How rain and the image behind it make one brightness; both 0 for black and 1 for white. */
public enum Blending {

	/** Light of the drops on top of that of the scene, {@code clean + rain}: how Rain200L and Rain200H were made. */
	ADDITIVE {

		@Override
		double mix(final double clean, final double rain) {
			return clean + rain;
		}
	},

	/** As two slides projected, {@code 1 - (1 - clean) (1 - rain)}: bright places show less of it. */
	SCREEN {

		@Override
		double mix(final double clean, final double rain) {
			return 1 - (1 - clean) * (1 - Math.min(1, rain));
		}
	},

	/**
	 * Drops of light gray that hide what is behind them, {@code (1 - rain) clean + rain gray}: white places get darker.
	 */
	ALPHA {

		@Override
		double mix(final double clean, final double rain) {
			final double alpha = Math.min(1, rain);
			return (1 - alpha) * clean + alpha * GRAY;
		}
	};

	/** Of the drops, where they hide the scene. */
	static final double GRAY = 0.9;

	abstract double mix(double clean, double rain);

	/**
	 * The brightness of a pixel in the rain.
	 *
	 * @param clean of the pixel without rain
	 * @param rain of the rain, at least 0; at 0 the pixel is as without
	 * @return not above white, as a camera saturates, except where the clean pixel is
	 */
	public double blend(final double clean, final double rain) {
		return rain == 0 ? clean : Math.min(mix(clean, rain), Math.max(1, clean));
	}

	/** As users write it: {@code additive}, {@code screen} or {@code alpha}. */
	public String label() {
		return EnumLabels.of(this);
	}

	/** Returns all labels. */
	public static List<String> labels() {
		return EnumLabels.all(Blending.class);
	}

	/** @throws org.drsformer.DrsformerException if there is no such blending */
	public static Blending parse(final String text) {
		return EnumLabels.parse(Blending.class, "blending", text);
	}
}
