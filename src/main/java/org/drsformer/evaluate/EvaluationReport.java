package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.drsformer.Software;
import org.drsformer.evaluate.compare.PairedComparison;
import org.drsformer.evaluate.imageplus.BrighterTarget;
import org.drsformer.evaluate.score.ImageScore;
import org.drsformer.evaluate.score.ImageSummary;
import org.drsformer.evaluate.score.Measure;
import org.drsformer.evaluate.score.PairScore;
import org.drsformer.evaluate.score.Summary;
import org.drsformer.evaluate.score.Unscored;
import org.drsformer.metric.Protocol;
import org.drsformer.metric.noreference.NoReference;

/**
 * The results of an evaluation.
 *
 * @param version of this software
 * @param targets the folder of the clean images; empty if there are none
 * @param methods that were evaluated
 * @param protocols that scored them
 * @param scores in natural order of the names; for each name the scores of every method, for each method those of every
 *        protocol
 * @param imageScores the scores without a target, in the same order
 * @param unscored what had no partner, could not be read or could not be compared
 * @param withoutTarget results that only protocols without a target scored, although there are targets
 * @param notes sentences on how pairs were made, and a hint if the targets seem to be the wrong ones
 */
public record EvaluationReport(String version, Optional<Path> targets, List<Method> methods, Protocols protocols,
	List<PairScore> scores, List<ImageScore> imageScores, List<Unscored> unscored, List<Path> withoutTarget,
	List<String> notes) {

	/** Fewer rainy targets may be chance. */
	private static final int LEAST_RAINY = 3;

	public EvaluationReport {
		methods = List.copyOf(methods);
		scores = List.copyOf(scores);
		imageScores = List.copyOf(imageScores);
		unscored = List.copyOf(unscored);
		withoutTarget = List.copyOf(withoutTarget);
		notes = List.copyOf(notes);
	}

	static EvaluationReport of(final EvaluationSettings settings, final List<Method> methods,
		final PairTask.Outcome outcome, final Pairing pairing)
	{
		return new EvaluationReport(Software.version(), settings.targets(), methods, settings.protocols(),
			outcome.scores(), outcome.imageScores(), outcome.unscored(), pairing.withoutTarget(),
			Stream.concat(pairing.notes().stream(), hint(settings, outcome.brighterShares()).stream()).toList());
	}

	/** Returns a sentence if most targets seem to have rain. */
	private static Optional<String> hint(final EvaluationSettings settings, final List<Double> brighterShares) {
		final long rainy = brighterShares.stream().filter(BrighterTarget::seemsRainy).count();
		return rainy < LEAST_RAINY || 2 * rainy <= brighterShares.size() ? Optional.empty()
			: Optional.of("Do the targets have rain? " + rainy + " of " + brighterShares.size() +
				" are brighter than the results nearly wherever they differ, as rainy images are; check that " +
				settings.targets().orElseThrow() +
				" has the clean images. (In the repository of DRSformer the targets of Rain200L are the rainy" +
				" images.)");
	}

	/** Returns a summary for each method under each protocol that needs targets. */
	public List<Summary> summaries() {
		final List<Summary> summaries = new ArrayList<>();
		for (final Protocol protocol : protocols.paired())
			for (final Method method : methods)
				summaries.add(Summary.of(method.name(), protocol.name(), scores(method, protocol),
					notScored(problem -> problem.concerns(method.name(), protocol.name()))));
		return summaries;
	}

	/** Returns a summary for each method under each protocol without a target. */
	public List<ImageSummary> imageSummaries() {
		final List<ImageSummary> summaries = new ArrayList<>();
		for (final NoReference protocol : protocols.single())
			for (final Method method : methods)
				summaries.add(ImageSummary.of(method.name(), protocol.name(), scores(method, protocol),
					notScored(problem -> problem.concernsImage(method.name(), protocol.name()))));
		return summaries;
	}

	/** Returns the folders below that have scores, each a data set, in their order; empty if there is only one. */
	public List<String> dataSets() {
		final List<String> places = Stream
			.concat(scores.stream().map(PairScore::name), imageScores.stream().map(ImageScore::name))
			.map(NamedImages::placeOf)
			.distinct()
			.toList();
		return places.size() < 2 ? List.of() : places;
	}

	/** Returns what people read as the name of a data set: {@code .} for the images that are in no folder below. */
	public static String label(final String dataSet) {
		return dataSet.isEmpty() ? "." : dataSet;
	}

	/** Returns the part of this report on one of the data sets. */
	public EvaluationReport only(final String dataSet) {
		return new EvaluationReport(version, targets, methods, protocols,
			scores.stream().filter(score -> NamedImages.placeOf(score.name()).equals(dataSet)).toList(),
			imageScores.stream().filter(score -> NamedImages.placeOf(score.name()).equals(dataSet)).toList(),
			unscored.stream().filter(problem -> NamedImages.placeOf(problem.name()).equals(dataSet)).toList(),
			withoutTarget, notes);
	}

	private int notScored(final Predicate<Unscored> concerned) {
		return (int) unscored.stream().filter(concerned).map(Unscored::name).distinct().count();
	}

	/** Returns the scores of one method by one protocol. */
	public List<PairScore> scores(final Method method, final Protocol protocol) {
		return scores.stream()
			.filter(score -> score.method().equals(method.name()) && score.protocol().equals(protocol.name()))
			.toList();
	}

	/** Returns the scores of one method by one protocol without a target. */
	public List<ImageScore> scores(final Method method, final NoReference protocol) {
		return imageScores.stream()
			.filter(score -> score.method().equals(method.name()) && score.protocol().equals(protocol.name()))
			.toList();
	}

	/** Returns the comparison of every other method with the first one, by each number that is measured. */
	public List<PairedComparison> comparisons() {
		final List<PairedComparison> comparisons = new ArrayList<>();
		for (final Measure measure : measures())
			for (final Method method : methods.subList(Math.min(1, methods.size()), methods.size()))
				comparisons.add(PairedComparison.of(measure, method.name(), methods.get(0).name(),
					values(method, measure), values(methods.get(0), measure)));
		return comparisons;
	}

	/** Returns everything that is measured, protocol after protocol. */
	public List<Measure> measures() {
		return protocols.measures();
	}

	/** Returns the number of each image of a method by its name, in the order of the scores. */
	public Map<String, Double> values(final Method method, final Measure measure) {
		final Map<String, Double> values = new LinkedHashMap<>();
		final ToDoubleFunction<PairScore> number = measure.title().equals("PSNR") ? PairScore::psnr : PairScore::ssim;
		for (final PairScore score : scores)
			if (score.method().equals(method.name()) && score.protocol().equals(measure.protocol()))
				values.put(score.name(), number.applyAsDouble(score));
		for (final ImageScore score : imageScores)
			if (score.method().equals(method.name()) && score.protocol().equals(measure.protocol()))
				values.put(score.name(), score.value());
		return values;
	}
}
