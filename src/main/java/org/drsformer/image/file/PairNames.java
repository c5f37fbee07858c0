package org.drsformer.image.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The names of the two folders in which data sets keep the images of their pairs.
 *
 * @param rainy of the folder of the rainy images
 * @param clean of the folder of the targets
 */
public record PairNames(String rainy, String clean) {

	/** As {@code synthesize} writes pairs, and as data sets are published. */
	public static final List<PairNames> ALL = List.of(new PairNames("input", "target"),
		new PairNames("rain", "norain"));

	/** Returns whether a folder has the name of a folder of targets. */
	public static boolean isClean(final Path folder) {
		return ALL.stream().anyMatch(names -> names.clean.equals(name(folder)));
	}

	/** Returns whether a folder has rainy images: it is called so, and the folder of the targets is beside it. */
	public static boolean isRainy(final Path folder) {
		return ALL.stream()
			.anyMatch(
				names -> names.rainy.equals(name(folder)) && Files.isDirectory(folder.resolveSibling(names.clean)));
	}

	private static String name(final Path folder) {
		return String.valueOf(folder.getFileName());
	}
}
