package org.drsformer.evaluate.score;

import java.util.Comparator;
import java.util.List;

/**
 * The scores of a method over a data set by one protocol, in short.
 *
 * @param method its name
 * @param protocol name of the protocol
 * @param psnr in dB
 * @param ssim at most 1
 * @param worst the pairs with the lowest PSNR, the lowest first; at most five
 * @param notScored how many pairs could not be scored
 */
public record Summary(String method, String protocol, Statistics psnr, Statistics ssim, List<PairScore> worst,
	int notScored) {

	private static final int WORST = 5;

	/**
	 * Summarizes scores.
	 *
	 * @param scores of one method by one protocol
	 */
	public static Summary of(final String method, final String protocol, final List<PairScore> scores,
		final int notScored)
	{
		return new Summary(method, protocol, Statistics.of(scores.stream().mapToDouble(PairScore::psnr).toArray()),
			Statistics.of(scores.stream().mapToDouble(PairScore::ssim).toArray()), worst(scores), notScored);
	}

	private static List<PairScore> worst(final List<PairScore> scores) {
		return scores.stream().sorted(Comparator.comparingDouble(PairScore::psnr)).limit(WORST).toList();
	}

	/** Returns how many pairs were scored. */
	public int count() {
		return psnr.mean().count();
	}
}
