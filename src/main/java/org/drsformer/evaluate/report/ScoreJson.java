package org.drsformer.evaluate.report;

import org.drsformer.evaluate.score.PairScore;

/**
 * A score with the names and the order that it has in JSON.
 *
 * @param method null where no method is compared with others
 * @param name of the pair; null as the method
 */
record ScoreJson(String method, String name, String protocol, double psnr, double ssim, double mse, double rmse,
	double mae, double dataRange, int planes, int infinitePlanes) {

	/** Returns a score of one of the pairs of a report. */
	static ScoreJson ofPair(final PairScore score) {
		return of(score.method(), score.name(), score);
	}

	/** Returns a score by itself. */
	static ScoreJson of(final PairScore score) {
		return of(null, null, score);
	}

	private static ScoreJson of(final String method, final String name, final PairScore score) {
		return new ScoreJson(method, name, score.protocol(), score.psnr(), score.ssim(), score.mse(), score.rmse(),
			score.mae(), score.dataRange(), score.planes(), score.infinite());
	}
}
