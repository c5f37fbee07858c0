package org.drsformer.image.file;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.drsformer.DrsformerException;

/**
 * The pairs that a folder of rainy images and a folder of targets make.
 *
 * <p>
 * A rainy image has the target of the same name; {@code 901_1} to {@code 901_14} have the target {@code 901} too. If
 * there is one target only, all rainy images have it: they are of a camera that does not move. If no names are equal,
 * the first number in the names pairs: {@code rain-001} with {@code norain-1}.
 */
public final class FolderPairs {

	private final Path rainyFolder;
	private final Path cleanFolder;
	private final Map<String, Path> rainy;
	private final Map<String, Path> clean;
	/** The name of the target for each name of a rainy image that has one. */
	private final Map<String, String> partners;

	private FolderPairs(final Path rainyFolder, final Path cleanFolder) {
		this.rainyFolder = rainyFolder;
		this.cleanFolder = cleanFolder;
		rainy = byName(rainyFolder);
		clean = byName(cleanFolder);
		partners = partners();
		checkAll(rainy, partners.keySet(), cleanFolder);
	}

	/**
	 * Returns the target of each rainy image, in natural order of the rainy images. Targets may be left over.
	 *
	 * @throws DrsformerException if a folder cannot be read or has no images, or a rainy image has no target
	 */
	public static Map<Path, Path> of(final Path rainyFolder, final Path cleanFolder) {
		return new FolderPairs(rainyFolder, cleanFolder).pairs();
	}

	/**
	 * Returns the target of each rainy image, as {@link #of}.
	 *
	 * @throws DrsformerException also if a target has no rainy image
	 */
	public static Map<Path, Path> ofAll(final Path rainyFolder, final Path cleanFolder) {
		final FolderPairs folders = new FolderPairs(rainyFolder, cleanFolder);
		checkAll(folders.clean, new HashSet<>(folders.partners.values()), rainyFolder);
		return folders.pairs();
	}

	private Map<Path, Path> pairs() {
		final Map<Path, Path> pairs = new LinkedHashMap<>();
		rainy.forEach((name, file) -> pairs.put(file, clean.get(partners.get(name))));
		return pairs;
	}

	private Map<String, String> partners() {
		final Map<String, String> found = new LinkedHashMap<>();
		if (clean.size() == 1)
			rainy.keySet().forEach(name -> found.put(name, clean.keySet().iterator().next()));
		else
			rainy.keySet().forEach(name -> named(name).ifPresent(target -> found.put(name, target)));
		return found.isEmpty() ? byNumber() : found;
	}

	private Optional<String> named(final String name) {
		final String view = name.replaceFirst("_[0-9]+$", "");
		return clean.containsKey(name) ? Optional.of(name) : Optional.of(view).filter(clean::containsKey);
	}

	/** Returns no partners if a name has no number, or two targets or two rainy images have the same. */
	private Map<String, String> byNumber() {
		final Map<String, String> targets = numbers(clean.keySet());
		final Map<String, String> found = new LinkedHashMap<>();
		numbers(rainy.keySet()).forEach((number, name) -> {
			if (targets.containsKey(number))
				found.put(name, targets.get(number));
		});
		return found;
	}

	/** Returns names by their first numbers, which must be unique. */
	private static Map<String, String> numbers(final Set<String> names) {
		final Map<String, String> numbers = new LinkedHashMap<>();
		for (final String name : names) {
			final Optional<String> number = FirstNumber.in(name);
			if (number.isEmpty() || numbers.put(number.get(), name) != null)
				return Map.of();
		}
		return numbers;
	}

	private static void checkAll(final Map<String, Path> images, final Set<String> paired, final Path folder) {
		final List<String> alone = images.keySet().stream().filter(name -> !paired.contains(name)).toList();
		if (!alone.isEmpty())
			throw new DrsformerException(
				"The image " + images.get(alone.get(0)) + " has no partner with the same name in " + folder +
					(alone.size() > 1 ? ", and neither have " + (alone.size() - 1) + " more images" : "") +
					"; add the partner, or remove the image.");
	}

	/**
	 * Returns the images of a folder by their names without endings.
	 *
	 * @throws DrsformerException if the folder cannot be read, has no images, or has two of the same name
	 */
	public static Map<String, Path> byName(final Path folder) {
		final Map<String, Path> files = new LinkedHashMap<>();
		for (final Path file : ImageFolder.images(folder)) {
			final String name = file.getFileName().toString();
			final Path other = files.putIfAbsent(name.substring(0, name.lastIndexOf('.')), file);
			if (other != null)
				throw new DrsformerException("The files " + other + " and " + file.getFileName() +
					" have the same name except for the ending; rename or remove one of them.");
		}
		if (files.isEmpty())
			throw new DrsformerException("The folder " + folder + " has no images in it; only " + ImageFiles.STILLS +
				" files directly in the folder count.");
		return files;
	}
}
