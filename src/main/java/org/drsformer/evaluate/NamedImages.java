package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.FirstNumber;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.ImageFolder;
import org.drsformer.image.file.ImageTree;
import org.drsformer.image.file.PairNames;

/**
 * The images of a folder by their names. The name of an image in a folder below begins with that folder, such as
 * {@code light/cat}.
 *
 * @param files in natural order
 * @param keys by which each name is paired: the name itself, or a part of it that others may have too
 * @param ambiguous names that several files have, with a sentence about each; they are not among the files
 */
record NamedImages(Map<String, Path> files, Map<String, String> keys, Map<String, String> ambiguous) {

	private enum Kind {
		RESULTS, TARGETS
	}

	/**
	 * Finds the images of a folder.
	 *
	 * @throws DrsformerException if the folder cannot be read or no image in it matches the pattern
	 */
	static NamedImages in(final Path folder, final NamePattern pattern) {
		return in(folder, pattern, false, Kind.TARGETS);
	}

	/**
	 * Finds the targets in a folder. Those in {@code set/target} or {@code set/norain}, as data sets are published, are
	 * the targets of {@code set}; the rainy images in {@code set/input} or {@code set/rain} beside them are none.
	 *
	 * @param below whether the folders below are searched too
	 * @throws DrsformerException as {@link #in(Path, NamePattern)}
	 */
	static NamedImages targets(final Path folder, final NamePattern pattern, final boolean below) {
		return in(folder, pattern, below, Kind.TARGETS);
	}

	/**
	 * Finds the results in a folder. If the pattern leaves out numbers, each file keeps its own name.
	 *
	 * @param below whether the folders below are searched too
	 * @throws DrsformerException as {@link #in(Path, NamePattern)}
	 */
	static NamedImages results(final Path folder, final NamePattern pattern, final boolean below) {
		return in(folder, pattern, below, Kind.RESULTS);
	}

	private static NamedImages in(final Path folder, final NamePattern pattern, final boolean below, final Kind kind) {
		final boolean ownNames = kind == Kind.RESULTS && pattern.leavesOutNumbers();
		final Map<String, Path> files = new LinkedHashMap<>();
		final Map<String, String> keys = new LinkedHashMap<>();
		final Map<String, String> ambiguous = new TreeMap<>();
		for (final Path file : images(folder, below, kind))
			pattern.nameOf(file).ifPresent(matched -> {
				final String place = place(folder, file, kind);
				final String name = place + (ownNames ? NamePattern.baseName(file.getFileName().toString()) : matched);
				keys.put(name, place + matched);
				final Path other = files.putIfAbsent(name, file);
				if (other != null)
					ambiguous.put(name, "Both " + other + " and " + file.getFileName() + " have the name " + name +
						"; remove one, or give a pattern that only one of them matches.");
			});
		if (files.isEmpty())
			throw new DrsformerException(
				"The folder " + folder + " has no image whose name matches " + pattern + "; " + ImageFiles.STILLS +
					" files " + (below ? "in it and in the folders below" : "directly inside it") + " are searched.");
		files.keySet().removeAll(ambiguous.keySet());
		return new NamedImages(Collections.unmodifiableMap(files), Collections.unmodifiableMap(keys),
			Collections.unmodifiableMap(ambiguous));
	}

	private static List<Path> images(final Path folder, final boolean below, final Kind kind) {
		// says if the folder cannot be read
		final List<Path> inside = ImageFolder.images(folder);
		if (!below)
			return inside;
		final ImageTree tree = ImageTree.of(folder, folder.resolve("."),
			other -> kind == Kind.TARGETS && PairNames.isRainy(other) ? Optional.of(other + " has rainy images.")
				: Optional.empty());
		tree.failures().stream().findFirst().ifPresent(failure -> {
			throw failure;
		});
		return tree.images();
	}

	/**
	 * Returns the folders from a folder to a file, such as {@code light/}; empty if there are none. The folder of the
	 * targets of a data set is not among them.
	 */
	private static String place(final Path folder, final Path file, final Kind kind) {
		final Path below = folder.relativize(file).getParent();
		final boolean inner = below != null && kind == Kind.TARGETS && PairNames.isClean(below);
		final Path set = inner ? below.getParent() : below;
		return set == null ? "" : set.toString().replace('\\', '/') + "/";
	}

	/** Returns the folder in a name, without the last slash; empty if there is none. */
	static String placeOf(final String name) {
		return name.substring(0, Math.max(0, name.lastIndexOf('/')));
	}

	/** Returns these images by the names of their keys, which must be unique. */
	NamedImages byKey() {
		final Map<String, Path> renamed = new LinkedHashMap<>();
		final Map<String, String> same = new LinkedHashMap<>();
		files.forEach((name, file) -> {
			renamed.put(keys.get(name), file);
			same.put(keys.get(name), keys.get(name));
		});
		return new NamedImages(renamed, same, ambiguous);
	}

	/**
	 * Returns these images with the first number of each file name as its key, without zeros in front; empty if a file
	 * has no number, or two files of a folder have the same.
	 */
	Optional<NamedImages> byNumber() {
		final Map<String, String> numbers = new LinkedHashMap<>();
		for (final String name : files.keySet()) {
			final Optional<String> number = FirstNumber.in(name.substring(name.lastIndexOf('/') + 1));
			if (number.isEmpty())
				return Optional.empty();
			numbers.put(name, name.substring(0, name.lastIndexOf('/') + 1) + number.get());
		}
		final boolean unique = numbers.values().stream().distinct().count() == numbers.size();
		return unique ? Optional.of(new NamedImages(files, numbers, ambiguous)) : Optional.empty();
	}
}
