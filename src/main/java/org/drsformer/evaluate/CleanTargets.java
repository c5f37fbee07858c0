package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.evaluate.imageplus.ImagePlusScore;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.content.ReadTime;
import org.drsformer.metric.Protocol;

import ij.ImagePlus;

/**
 * The clean images of rainy ones: they tell how much rain was removed.
 *
 * <pre>
 * CleanTargets targets = new CleanTargets(Path.of("clean"), Protocol.rain200Spa());
 * Optional&lt;Improvement&gt; improvement = targets.score(Path.of("rainy/cat.png"), Path.of("derained/cat.png"));
 * </pre>
 */
public final class CleanTargets {

	private final NamedImages targets;
	private final Protocol protocol;

	/**
	 * Finds the clean images of a folder.
	 *
	 * @param targets folder of the clean images, which have the names of the rainy ones except for the ending
	 * @throws DrsformerException if the folder cannot be read or has no images
	 */
	public CleanTargets(final Path targets, final Protocol protocol) {
		this.targets = NamedImages.in(targets, NamePattern.ANY);
		this.protocol = protocol;
	}

	/** Returns all clean images. */
	public List<Path> files() {
		return List.copyOf(targets.files().values());
	}

	/** Returns the protocol of all scores. */
	public Protocol protocol() {
		return protocol;
	}

	/**
	 * Scores an image before and after its deraining.
	 *
	 * @return empty if the image has no target
	 * @throws DrsformerException if it has several targets, or a file cannot be read or compared with the target; names
	 *         the file
	 */
	public Optional<Improvement> score(final Path rainy, final Path derained) {
		final String name = NamePattern.baseName(rainy.getFileName().toString());
		if (targets.ambiguous().containsKey(name))
			throw new DrsformerException(targets.ambiguous().get(name));
		final Path target = targets.files().get(name);
		if (target == null)
			return Optional.empty();
		final ImagePlus clean = read(target);
		return Optional.of(new Improvement(score(rainy, clean, target), score(derained, clean, target)));
	}

	private static ImagePlus read(final Path file) {
		return ReadTime.USUAL.read(file, () -> ImageFiles.read(file));
	}

	private PairScore score(final Path file, final ImagePlus clean, final Path target) {
		final ImagePlus image = read(file);
		try {
			return PairScore.of("", file.toString(), ImagePlusScore.of(image, clean, protocol, Progress.NONE));
		}
		catch (final DrsformerException failure) {
			throw new DrsformerException(file + " and " + target + ": " + failure.getMessage(), failure);
		}
	}
}
