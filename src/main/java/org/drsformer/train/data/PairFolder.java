package org.drsformer.train.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.FolderPairs;
import org.drsformer.image.file.PairNames;

/**
 * The pairs in a folder: rainy images in {@code input} and targets in {@code target}, as {@code synthesize} writes
 * them, or in {@code rain} and {@code norain}, as data sets are published. {@link FolderPairs} pairs them.
 */
final class PairFolder {

	/** The usual names, for sentences. */
	private static final PairNames USUAL = PairNames.ALL.get(0);

	private PairFolder() {
		// static functions only
	}

	/** Returns the folder of the rainy images and that of the targets; they may be missing. */
	static List<Path> folders(final Path folder) {
		final PairNames names = names(folder).orElse(USUAL);
		return List.of(folder.resolve(names.rainy()), folder.resolve(names.clean()));
	}

	private static Optional<PairNames> names(final Path folder) {
		return PairNames.ALL.stream()
			.filter(names -> Files.isDirectory(folder.resolve(names.rainy()))
				&& Files.isDirectory(folder.resolve(names.clean())))
			.findFirst();
	}

	/**
	 * Finds the pairs of a folder.
	 *
	 * @return the target of each rainy image, in natural order of the rainy images
	 * @throws DrsformerException if there are no such folders in it, or an image has no partner
	 */
	static Map<Path, Path> pairs(final Path folder) {
		return names(folder)
			.map(names -> FolderPairs.ofAll(folder.resolve(names.rainy()), folder.resolve(names.clean())))
			.orElseThrow(
				() -> new DrsformerException("The folder " + folder + " holds no pairs; put the rainy images into " +
					folder.resolve(USUAL.rainy()) + " and the same images without rain, by the same names, into " +
					folder.resolve(USUAL.clean()) + " (or into rain and norain)."));
	}
}
