package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.evaluate.imageplus.ImagePlusScore;
import org.drsformer.evaluate.score.Change;
import org.drsformer.evaluate.score.Improvement;
import org.drsformer.evaluate.score.Measure;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.content.ReadTime;
import org.drsformer.metric.Protocol;
import org.drsformer.metric.Score;
import org.drsformer.metric.noreference.NoReference;

import ij.ImagePlus;

/**
 * Scores images before and after their deraining, against their clean images or without them:
 *
 * <pre>
 * ImprovementScorer scorer = new ImprovementScorer(Optional.of(Path.of("clean")), Protocols.of(Protocol.rain200Spa()));
 * Improvement improvement = scorer.score(Path.of("rainy/cat.png"), Path.of("derained/cat.png"));
 * </pre>
 */
public final class ImprovementScorer {

	private final Optional<NamedImages> targets;
	private final Protocols protocols;

	/**
	 * Finds the clean images.
	 *
	 * @param targets folder of the clean images, which have the names of the rainy ones except for the ending
	 * @throws DrsformerException if the folder cannot be read or has no images, or a protocol needs targets
	 */
	public ImprovementScorer(final Optional<Path> targets, final Protocols protocols) {
		this.protocols = protocols.forTargets(targets.isPresent(), Protocol.rain200Spa());
		this.targets = targets.map(folder -> NamedImages.in(folder, NamePattern.ANY));
	}

	/** Returns all clean images. */
	public List<Path> targets() {
		return targets.map(images -> List.copyOf(images.files().values())).orElse(List.of());
	}

	/** Returns the protocols of all scores. */
	public Protocols protocols() {
		return protocols;
	}

	/** Returns what is measured, in the order of the changes of each image. */
	public List<Measure> measures() {
		return protocols.measures();
	}

	/**
	 * Scores an image before and after its deraining. A protocol may refuse what another scores.
	 *
	 * @throws DrsformerException if it has several targets, or a file cannot be read; names the file
	 */
	public Improvement score(final Path rainy, final Path derained) {
		final Optional<Path> target = target(rainy);
		final Improvement improvement = new Improvement(rainy.toString(), new ArrayList<>(), new ArrayList<>(),
			targets.isEmpty() || target.isPresent());
		if (target.isPresent() || !protocols.single().isEmpty()) {
			final Image before = Image.read(rainy);
			final Image after = Image.read(derained);
			target.map(Image::read)
				.ifPresent(clean -> protocols.paired()
					.forEach(protocol -> tryAdd(improvement, () -> paired(before, after, clean, protocol))));
			protocols.single()
				.forEach(protocol -> tryAdd(improvement,
					() -> List.of(new Change(Measure.of(protocol), before.score(protocol), after.score(protocol)))));
		}
		return improvement;
	}

	private static void tryAdd(final Improvement improvement, final Supplier<List<Change>> scoring) {
		try {
			improvement.changes().addAll(scoring.get());
		}
		catch (final DrsformerException refusal) {
			improvement.problems().add(refusal.getMessage());
		}
	}

	private Optional<Path> target(final Path rainy) {
		final String name = NamePattern.baseName(rainy.getFileName().toString());
		return targets.map(images -> {
			if (images.ambiguous().containsKey(name))
				throw new DrsformerException(images.ambiguous().get(name));
			return images.files().get(name);
		});
	}

	private static List<Change> paired(final Image before, final Image after, final Image clean,
		final Protocol protocol)
	{
		final Score rainy = before.score(clean, protocol);
		final Score derained = after.score(clean, protocol);
		return List.of(new Change(Measure.psnr(protocol), rainy.psnr(), derained.psnr()),
			new Change(Measure.ssim(protocol), rainy.ssim(), derained.ssim()));
	}

	/** An image, and the file that a sentence names. */
	private record Image(Path file, ImagePlus pixels) {

		static Image read(final Path file) {
			return new Image(file, ReadTime.USUAL.read(file, () -> ImageFiles.read(file)));
		}

		Score score(final Image clean, final Protocol protocol) {
			try {
				return ImagePlusScore.of(pixels, clean.pixels, protocol, Progress.NONE);
			}
			catch (final DrsformerException failure) {
				throw new DrsformerException(file + " and " + clean.file + ": " + failure.getMessage(), failure);
			}
		}

		double score(final NoReference protocol) {
			try {
				return ImagePlusScore.of(pixels, protocol, Progress.NONE).value();
			}
			catch (final DrsformerException failure) {
				throw new DrsformerException(file + ": " + failure.getMessage(), failure);
			}
		}
	}
}
