package org.drsformer.evaluate.compare;

import java.util.Map;
import java.util.stream.DoubleStream;

import org.drsformer.evaluate.score.Measure;

/**
 * A method compared with another one, image by image, by one number. The difference is that of the method minus that of
 * the other.
 *
 * @param measure the number
 * @param method name of the method
 * @param other name of the method that it is compared with
 * @param pairs how many images have a finite number of both
 * @param leftOut how many images have an infinite number of one of them: they are identical to their target
 * @param better for how many images the method is better
 * @param difference mean of the differences; not a number if there are no pairs
 * @param lower lower end of the 95 % interval of the mean difference; not a number for fewer than two pairs
 * @param upper upper end of that interval
 * @param p probability of such differences if there is none in truth (Wilcoxon's signed-rank test, two-sided); not a
 *        number if no pair differs
 */
public record PairedComparison(Measure measure, String method, String other, int pairs, int leftOut, int better,
	double difference, double lower, double upper, double p) {

	/**
	 * Compares two methods.
	 *
	 * @param values of the method by the names of the images
	 * @param otherValues of the other method
	 */
	public static PairedComparison of(final Measure measure, final String method, final String other,
		final Map<String, Double> values, final Map<String, Double> otherValues)
	{
		final double[] all = values.entrySet()
			.stream()
			.filter(entry -> otherValues.containsKey(entry.getKey()))
			.mapToDouble(entry -> entry.getValue() - otherValues.get(entry.getKey()))
			.toArray();
		final double[] differences = DoubleStream.of(all).filter(Double::isFinite).toArray();
		final double sign = measure.higherIsBetter() ? 1 : -1;
		final Bootstrap interval = Bootstrap.of(differences);
		return new PairedComparison(measure, method, other, differences.length, all.length - differences.length,
			(int) DoubleStream.of(differences).filter(difference -> sign * difference > 0).count(),
			DoubleStream.of(differences).average().orElse(Double.NaN), interval.lower(), interval.upper(),
			SignedRankTest.p(differences));
	}
}
