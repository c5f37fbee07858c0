package org.drsformer.evaluate;

import java.io.Serializable;

import org.drsformer.metric.Score;

/**
 * What a protocol says of a pair of files. Small, since there is one for each of many thousand pairs.
 *
 * @param method that made the result
 * @param name by which result and target were paired
 * @param protocol name of the protocol
 * @param dataRange what was scored against, in grey levels
 * @param psnr in dB, positive infinity for identical images; of a stack the mean of its finite values
 * @param ssim at most 1
 * @param mse on the scale that the protocol's PSNR uses, as the next two
 * @param mae mean absolute error
 * @param planes how many planes were scored: 1, or more of a stack
 * @param infinite how many of them were identical
 */
public record PairScore(String method, String name, String protocol, double dataRange, double psnr, double ssim,
	double mse, double mae, int planes, int infinite) implements Serializable {

	/** The numbers of a score, without those of its planes. */
	public static PairScore of(final String method, final String name, final Score score) {
		return new PairScore(method, name, score.protocol(), score.dataRange(), score.psnr(), score.ssim(), score.mse(),
			score.mae(), score.planes().size(), score.meanPsnr().infinite());
	}

	/** Root of the mean squared error. */
	public double rmse() {
		return Math.sqrt(mse);
	}
}
