package org.drsformer.rain;

import java.util.Random;

/**
 * How a value differs from streak to streak, or from image to image. Draws are the same on every machine, and the
 * distributions of one kind take equally many random numbers, whatever their limits: a change of limits leaves all
 * other draws as they are.
 */
public sealed interface Distribution {

	/** Draws one value. */
	double draw(Random random);

	/** The mean of all draws, in the same unit as they. */
	double mean();

	/** No draw is below; may be minus infinity. */
	double min();

	/** No draw is above; may be infinity. */
	double max();

	/** Always the same value. */
	static Distribution constant(final double value) {
		return new Uniform(value, value);
	}

	/** Each value of an interval is equally likely. */
	record Uniform(double min, double max) implements Distribution {

		/** Uniform around a mean, at most a given share of it off. */
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

	/** The logarithm is uniform: as many values between 10 and 20 as between 20 and 40. Limits are above 0. */
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
	 * To either side, seldom near 0: the size has a density that grows with its square up to a limit, so that its mean
	 * is three quarters of it.
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

	/** The normal distribution with a mean and a standard deviation. */
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
	 * The gamma distribution, with everything above a cut lowered to it.
	 *
	 * @param shape a whole number k of at least 1; 1 is the exponential distribution
	 * @param mean before the cut
	 * @param cut the largest value
	 */
	record Gamma(int shape, double mean, double cut) implements Distribution {

		/** The mean of as many exponential draws as the shape says. */
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
