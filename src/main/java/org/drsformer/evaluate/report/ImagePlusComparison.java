package org.drsformer.evaluate.report;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.evaluate.Protocols;
import org.drsformer.evaluate.imageplus.ImagePlusScore;
import org.drsformer.evaluate.score.ImageScore;
import org.drsformer.evaluate.score.PairScore;

import ij.ImagePlus;

/**
 * The scores of two images by several protocols.
 *
 * @param result title of the image that was scored
 * @param target title of the image that it should look like
 * @param scores of the protocols that score such images
 * @param imageScores of the protocols without a target, of the result and of the target
 * @param refusals the sentences of the protocols that do not score them
 */
public record ImagePlusComparison(String result, String target, List<PairScore> scores, List<ImageScore> imageScores,
	List<String> refusals) {

	/**
	 * Scores a result against its target, and both by protocols that need no target.
	 *
	 * @throws DrsformerException if none of the protocols scores such images; the message is that of the first
	 */
	public static ImagePlusComparison of(final ImagePlus result, final ImagePlus target, final Protocols protocols,
		final Progress progress)
	{
		final ImagePlusComparison comparison = new ImagePlusComparison(result.getTitle(), target.getTitle(),
			new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		final int paired = protocols.paired().size();
		final double count = paired + 2 * protocols.single().size();
		for (int i = 0; i < paired; i++) {
			final int number = i;
			comparison.tryAdd(() -> comparison.scores.add(PairScore.of("", target.getTitle(), ImagePlusScore.of(result,
				target, protocols.paired().get(number), progress.part(number / count, (number + 1) / count)))));
		}
		for (int i = paired; i < count; i++) {
			final ImagePlus image = (i - paired) % 2 == 0 ? result : target;
			final int number = i;
			comparison.tryAdd(() -> comparison.imageScores.add(ImageScore.of("", image.getTitle(),
				ImagePlusScore.of(image, protocols.single().get((number - paired) / 2),
					progress.part(number / count, (number + 1) / count)))));
		}
		if (comparison.scores.isEmpty() && comparison.imageScores.isEmpty())
			throw new DrsformerException(comparison.refusals.get(0));
		return comparison;
	}

	private void tryAdd(final Runnable scoring) {
		try {
			scoring.run();
		}
		catch (final DrsformerException refusal) {
			refusals.add(refusal.getMessage());
		}
	}
}
