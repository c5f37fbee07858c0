package org.drsformer.metric;

import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

/**
 * A mean that says how many values it left out because they are infinite: otherwise one identical pair would make the
 * PSNR of a whole data set infinite.
 *
 * @param value mean of the finite values; positive infinity if all are infinite, not a number if there are no values
 * @param count how many values there are, including the infinite ones
 * @param infinite how many of them are infinite
 */
public record Mean(double value, int count, int infinite) {

	/**
	 * Returns the mean of values.
	 *
	 * @param values may contain positive infinity
	 */
	public static Mean of(final double... values) {
		final int infinite = (int) DoubleStream.of(values).filter(Double::isInfinite).count();
		final boolean allInfinite = infinite > 0 && infinite == values.length;
		return new Mean(allInfinite ? Double.POSITIVE_INFINITY : finiteMean(values), values.length, infinite);
	}

	private static double finiteMean(final double[] values) {
		final DoublePredicate infinite = Double::isInfinite;
		return DoubleStream.of(values).filter(infinite.negate()).average().orElse(Double.NaN);
	}
}
