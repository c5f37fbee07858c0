package org.drsformer.evaluate.compare;

import java.util.Arrays;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * The signed-rank test of Wilcoxon (1945), two-sided: how likely differences as large as these are if there is no
 * difference in truth. Zeros are left out. The probability is exact for up to 50 differences, and else that of a normal
 * distribution with the correction for ties, as {@code scipy.stats.wilcoxon} computes it. (The test of commons-math3
 * keeps zeros and does not correct for ties.)
 */
final class SignedRankTest {

	private static final int MOST_EXACT = 50;

	private SignedRankTest() {
		// static functions only
	}

	/**
	 * Returns the probability p.
	 *
	 * @param differences finite
	 * @return 0..1; not a number if all differences are zero or there are none
	 */
	static double p(final double... differences) {
		final double[] nonzero = Arrays.stream(differences).filter(difference -> difference != 0).toArray();
		if (nonzero.length == 0)
			return Double.NaN;
		final double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE)
			.rank(Arrays.stream(nonzero).map(Math::abs).toArray());
		double positive = 0;
		double negative = 0;
		for (int i = 0; i < ranks.length; i++)
			if (nonzero[i] > 0)
				positive += ranks[i];
			else
				negative += ranks[i];
		final double least = Math.min(positive, negative);
		return ranks.length <= MOST_EXACT ? exact(least, ranks) : normal(least, ranks);
	}

	/**
	 * Returns twice the share of all choices of signs for which the sum of the positive ranks is at most this. Ranks
	 * are counted in halves, since ties have the mean of their ranks.
	 */
	private static double exact(final double sum, final double[] ranks) {
		final double[] shares = new double[ranks.length * (ranks.length + 1) + 1];
		shares[0] = 1;
		for (final double rank : ranks) {
			final int halves = (int) Math.round(2 * rank);
			for (int s = shares.length - 1; s >= 0; s--)
				shares[s] = (shares[s] + (s >= halves ? shares[s - halves] : 0)) / 2;
		}
		return Math.min(1, 2 * Arrays.stream(shares, 0, (int) Math.round(2 * sum) + 1).sum());
	}

	private static double normal(final double least, final double[] ranks) {
		final double n = ranks.length;
		final double mean = n * (n + 1) / 4;
		final double variance = n * (n + 1) * (2 * n + 1) / 24 - ties(ranks) / 48;
		return 2 * new NormalDistribution().cumulativeProbability((least - mean) / Math.sqrt(variance));
	}

	/** Returns the sum of t^3 - t over the groups of t equal ranks. */
	private static double ties(final double[] ranks) {
		final double[] sorted = ranks.clone();
		Arrays.sort(sorted);
		double sum = 0;
		int start = 0;
		for (int i = 1; i <= sorted.length; i++)
			if (i == sorted.length || sorted[i] != sorted[start]) {
				final double size = i - start;
				sum += size * size * size - size;
				start = i;
			}
		return sum;
	}
}
