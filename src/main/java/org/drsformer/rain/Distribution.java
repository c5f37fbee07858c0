package org.drsformer.rain;

import java.util.Random;

/**
 * The distribution of a value over streaks or over images. Draws are the same on every machine. Distributions of one
 * kind use the same number of random numbers, whatever their limits: a change of limits leaves all other draws as they
 * are.
 */
public sealed interface Distribution {

	/** Returns one random value. */
	double draw(Random random);

	/** Returns the mean of all draws, in their unit. */
	double mean();

	/** Returns the lower limit of all draws; may be minus infinity. */
	double min();

	/** Returns the upper limit of all draws; may be infinity. */
	double max();

	/** Returns a distribution that always draws the same value. */
	static Distribution constant(final double value) {
		return new Uniform(value, value);
	}

	/** All values of an interval are equally likely. */
	record Uniform(double min, double max) implements Distribution {

		/** Returns an interval around a mean, whose limits differ from the mean by a given share of it. */
		static Uniform around(final double mean, final double share) {
			return new Uniform(mean * (1 - share), mean * (1 + share));
		}

		@Override
		public double draw(final Random random) {
			return Seeds.between(random, min, max);
		}

		@Override
		public double mean() {
			return (min + max) / 2;
		}
	}

	/** The logarithm is uniform: values in 10..20 are as likely as values in 20..40. The limits are above 0. */
	record LogUniform(double min, double max) implements Distribution {

		@Override
		public double draw(final Random random) {
			return Seeds.scale(random, min, max);
		}

		@Override
		public double mean() {
			final double ratio = max / min;
			return ratio - 1 < 1e-9 ? min : min * (ratio - 1) / StrictMath.log(ratio);
		}
	}

	/**
	 * Values have either sign and are seldom near 0: the density of their size grows with the square of the size up to
	 * a limit, so that the mean size is three quarters of the limit.
	 */
	record Slanted(double max) implements Distribution {

		@Override
		public double draw(final Random random) {
			final double size = max * StrictMath.cbrt(random.nextDouble());
			return random.nextBoolean() ? size : -size;
		}

		@Override
		public double mean() {
			return 0;
		}

		@Override
		public double min() {
			return -max;
		}
	}

	/** The normal distribution. */
	record Normal(double mean, double deviation) implements Distribution {

		@Override
		public double draw(final Random random) {
			return mean + deviation * random.nextGaussian();
		}

		@Override
		public double min() {
			return deviation == 0 ? mean : Double.NEGATIVE_INFINITY;
		}

		@Override
		public double max() {
			return deviation == 0 ? mean : Double.POSITIVE_INFINITY;
		}
	}

	/**
	 * The gamma distribution; values above a cut are lowered to the cut.
	 *
	 * @param shape a whole number k of at least 1; 1 is the exponential distribution
	 * @param mean the mean before values are cut
	 * @param cut the largest value
	 */
	record Gamma(int shape, double mean, double cut) implements Distribution {

		/** Returns the mean of as many exponential draws as the shape says, at most the cut. */
		@Override
		public double draw(final Random random) {
			double product = 1;
			for (int i = 0; i < shape; i++)
				product *= 1 - random.nextDouble();
			return Math.min(cut, mean / shape * -StrictMath.log(product));
		}

		@Override
		public double min() {
			return 0;
		}

		@Override
		public double max() {
			return cut;
		}
	}
}
