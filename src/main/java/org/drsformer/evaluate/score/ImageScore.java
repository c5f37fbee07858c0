package org.drsformer.evaluate.score;

import java.io.Serializable;

import org.drsformer.metric.noreference.NoReferenceScore;

/**
 * The score of a file by a protocol without a target.
 *
 * @param method that made the result
 * @param name of the result
 * @param protocol name of the protocol
 * @param dataRange the sample value that was scaled to 255
 * @param value the score; lower is better. For a stack the mean of its planes
 * @param planes how many planes were scored: 1, or more for a stack
 */
public record ImageScore(String method, String name, String protocol, double dataRange, double value, int planes)
	implements Serializable {

	/** The range of samples that are not scaled. */
	private static final double USUAL_RANGE = 255;

	/** Returns the numbers of a score without those of its planes. */
	public static ImageScore of(final String method, final String name, final NoReferenceScore score) {
		return new ImageScore(method, name, score.protocol(), score.dataRange(), score.value(), score.planes().size());
	}

	/** Returns whether the samples were scaled to 0..255 before they were scored. */
	public boolean isScaled() {
		return dataRange != USUAL_RANGE;
	}
}
