package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

	private static final String NUMBER = "#";

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

	/** Returns whether each image of a folder has a number in its name that no other image of the folder has. */
	boolean isNumbered(final String place) {
		final Set<String> numbers = new HashSet<>();
		return files.keySet()
			.stream()
			.filter(name -> placeOf(name).equals(place))
			.allMatch(name -> number(name).filter(numbers::add).isPresent());
	}

	/** Returns the key of a name by its first number, which is not the key of any name, such as {@code light/#1}. */
	static String numberKey(final String name) {
		return name.substring(0, name.lastIndexOf('/') + 1) + NUMBER + number(name).orElseThrow();
	}

	private static Optional<String> number(final String name) {
		return FirstNumber.in(name.substring(name.lastIndexOf('/') + 1));
	}

	/**
	 * Returns these images with the numbers in the names as their keys in some folders, whose images are numbered.
	 *
	 * @param renamed whether these images get their numbers as names too
	 */
	NamedImages byNumber(final Set<String> places, final boolean renamed) {
		final Map<String, Path> named = new LinkedHashMap<>();
		final Map<String, String> numbers = new LinkedHashMap<>(keys);
		files.forEach((name, file) -> {
			final String key = places.contains(placeOf(name)) ? numberKey(name) : keys.get(name);
			final String shown = renamed && places.contains(placeOf(name)) ? key.replace(NUMBER, "") : name;
			named.put(shown, file);
			numbers.put(shown, key);
		});
		return new NamedImages(named, numbers, ambiguous);
	}
}
