package org.drsformer.evaluate.score;

import java.io.Serializable;

import org.drsformer.metric.Score;

/**
 * The score of a pair of files by one protocol. Small, because many thousand pairs have one each.
 *
 * @param method that made the result
 * @param name by which result and target were paired
 * @param protocol name of the protocol
 * @param dataRange the range of the score, in grey levels
 * @param psnr in dB, positive infinity for identical images; for a stack the mean of its finite values
 * @param ssim at most 1
 * @param mse mean squared error, on the scale on which the protocol computes PSNR
 * @param mae mean absolute error, on the same scale
 * @param planes how many planes were scored: 1, or more for a stack
 * @param infinite how many of them were identical
 */
public record PairScore(String method, String name, String protocol, double dataRange, double psnr, double ssim,
	double mse, double mae, int planes, int infinite) implements Serializable {

	/** Returns the numbers of a score without those of its planes. */
	public static PairScore of(final String method, final String name, final Score score) {
		return new PairScore(method, name, score.protocol(), score.dataRange(), score.psnr(), score.ssim(), score.mse(),
			score.mae(), score.planes().size(), score.meanPsnr().infinite());
	}

	/** Returns the root of the mean squared error. */
	public double rmse() {
		return Math.sqrt(mse);
	}
}
