package org.drsformer.rain;

import java.util.List;

import org.drsformer.EnumLabels;

/** The ways to blend the brightness of rain with that of the image behind it; 0 is black and 1 is white. */
public enum Blending {

	/** Adds the light of the drops to that of the scene, {@code clean + rain}, as in Rain200L and Rain200H. */
	ADDITIVE {

		@Override
		double mix(final double clean, final double rain) {
			return clean + rain;
		}
	},

	/** Blends like two projected slides, {@code 1 - (1 - clean) (1 - rain)}: bright places show less of the rain. */
	SCREEN {

		@Override
		double mix(final double clean, final double rain) {
			return 1 - (1 - clean) * (1 - Math.min(1, rain));
		}
	},

	/**
	 * Light gray drops hide what is behind them, {@code (1 - rain) clean + rain gray}: white places get darker.
	 */
	ALPHA {

		@Override
		double mix(final double clean, final double rain) {
			final double alpha = Math.min(1, rain);
			return (1 - alpha) * clean + alpha * GRAY;
		}
	};

	/** The brightness of drops that hide the scene. */
	static final double GRAY = 0.9;

	abstract double mix(double clean, double rain);

	/**
	 * Returns the brightness of a pixel in the rain. It is not above white, as in a saturated camera, unless the clean
	 * pixel is.
	 *
	 * @param clean the brightness of the pixel without rain
	 * @param rain the brightness of the rain, at least 0; 0 leaves the pixel as it is
	 */
	double blend(final double clean, final double rain) {
		return rain == 0 ? clean : Math.min(mix(clean, rain), Math.max(1, clean));
	}

	/** Returns all labels. */
	static List<String> labels() {
		return EnumLabels.all(Blending.class);
	}

	/**
	 * Returns the blending with a label, in letters of any case.
	 *
	 * @throws org.drsformer.DrsformerException if there is no such blending
	 */
	static Blending parse(final String text) {
		return EnumLabels.parse(Blending.class, "blending", text);
	}
}
