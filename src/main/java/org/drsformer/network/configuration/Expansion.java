package org.drsformer.network.configuration;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * Finds the feed-forward expansion factor that gives the hidden widths in a checkpoint. The original computes
 * {@code h = int(channels * factor)}, so each level allows the factors in [h / channels, (h + 1) / channels). Of those
 * that all levels allow, the decimal number with the fewest digits is the factor, since people choose such: 2.66 or 2.
 */
final class Expansion {

	/** Enough for any double. */
	private static final int MOST_DIGITS = 17;

	private Expansion() {}

	/**
	 * Returns the factor, or NaN if the widths do not come from one.
	 *
	 * @param dim the channels of level 0, doubled from level to level
	 * @param hidden the hidden channels of each level, 0 where they are not known
	 */
	static double find(final int dim, final int[] hidden) {
		for (int digits = 0; digits <= MOST_DIGITS; digits++) {
			final BigInteger smallest = smallest(dim, hidden, digits);
			// The smallest alone will not do: as a double it may be too small by its last bit.
			for (final BigInteger candidate : List.of(smallest, smallest.add(BigInteger.ONE))) {
				final double factor = new BigDecimal(candidate, digits).doubleValue();
				if (gives(factor, dim, hidden))
					return factor;
			}
		}
		return Double.NaN;
	}

	/** Returns the digits of the smallest number with so many decimals that is not too small for any level. */
	private static BigInteger smallest(final int dim, final int[] hidden, final int digits) {
		final BigInteger unit = BigInteger.TEN.pow(digits);
		BigInteger largest = BigInteger.ZERO;
		for (int level = 0; level < hidden.length; level++) {
			final BigInteger channels = BigInteger.valueOf((long) dim << level);
			final BigInteger product = BigInteger.valueOf(hidden[level]).multiply(unit);
			largest = largest.max(product.add(channels).subtract(BigInteger.ONE).divide(channels));
		}
		return largest;
	}

	private static boolean gives(final double factor, final int dim, final int[] hidden) {
		for (int level = 0; level < hidden.length; level++)
			if (hidden[level] > 0 && (int) ((dim << level) * factor) != hidden[level])
				return false;
		return true;
	}
}
