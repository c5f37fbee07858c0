package org.drsformer.evaluate.score;

import java.util.Comparator;
import java.util.List;

import org.drsformer.metric.noreference.NoReference;

/**
 * The scores of a method over its images by a protocol without a target, in short.
 *
 * @param method its name
 * @param protocol name of the protocol
 * @param score lower is better
 * @param worst the images with the highest scores, the highest first; at most five
 * @param scaled how many images had samples that were scaled to 0..255
 * @param notScored how many images could not be scored
 */
public record ImageSummary(String method, String protocol, Statistics score, List<ImageScore> worst, int scaled,
	int notScored) {

	private static final int WORST = 5;

	/**
	 * Summarizes scores.
	 *
	 * @param scores of one method by one protocol
	 */
	public static ImageSummary of(final String method, final String protocol, final List<ImageScore> scores,
		final int notScored)
	{
		return new ImageSummary(method, protocol,
			Statistics.of(scores.stream().mapToDouble(ImageScore::value).toArray()),
			scores.stream().sorted(Comparator.comparingDouble(ImageScore::value).reversed()).limit(WORST).toList(),
			(int) scores.stream().filter(ImageScore::isScaled).count(), notScored);
	}

	/** Returns how many images were scored. */
	public int count() {
		return score.mean().count();
	}

	/** Returns what papers call the score, such as {@code NIQE}. */
	public String title() {
		return NoReference.titleOf(protocol);
	}
}
