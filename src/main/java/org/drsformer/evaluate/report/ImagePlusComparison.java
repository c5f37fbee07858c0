package org.drsformer.evaluate.report;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.evaluate.PairScore;
import org.drsformer.evaluate.imageplus.ImagePlusScore;
import org.drsformer.metric.Protocol;

import ij.ImagePlus;

/**
 * The scores of two images by several protocols.
 *
 * @param result title of the image that was scored
 * @param target title of the image that it should look like
 * @param scores of the protocols that score such images
 * @param refusals the sentences of the protocols that do not
 */
public record ImagePlusComparison(String result, String target, List<PairScore> scores, List<String> refusals) {

	/**
	 * Scores a result against its target.
	 *
	 * @throws DrsformerException if none of the protocols scores such images; the message is that of the first
	 */
	public static ImagePlusComparison of(final ImagePlus result, final ImagePlus target, final List<Protocol> protocols,
		final Progress progress)
	{
		final List<PairScore> scores = new ArrayList<>();
		final List<String> refusals = new ArrayList<>();
		final double count = protocols.size();
		for (int i = 0; i < count; i++)
			try {
				scores.add(PairScore.of("", target.getTitle(),
					ImagePlusScore.of(result, target, protocols.get(i), progress.part(i / count, (i + 1) / count))));
			}
			catch (final DrsformerException refusal) {
				refusals.add(refusal.getMessage());
			}
		if (scores.isEmpty())
			throw new DrsformerException(refusals.get(0));
		return new ImagePlusComparison(result.getTitle(), target.getTitle(), List.copyOf(scores),
			List.copyOf(refusals));
	}
}
