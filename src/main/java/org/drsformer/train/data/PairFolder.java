package org.drsformer.train.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.FirstNumber;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.ImageFolder;
import org.drsformer.image.file.PairNames;

/**
 * The pairs in a folder: rainy images in {@code input} and targets in {@code target}, as {@code synthesize} writes
 * them, or in {@code rain} and {@code norain}, as data sets are published.
 *
 * <p>
 * A rainy image has the target of the same name; {@code 901_1} to {@code 901_14} have the target {@code 901} too. If
 * there is one target only, all rainy images have it: they are of a camera that does not move. If no names are equal,
 * the first number in the names pairs: {@code rain-001} with {@code norain-1}.
 */
final class PairFolder {

	/** The usual names, for sentences. */
	private static final PairNames USUAL = PairNames.ALL.get(0);

	private final Path rainyFolder;
	private final Path cleanFolder;
	private final Map<String, Path> rainy;
	private final Map<String, Path> clean;

	private PairFolder(final Path rainyFolder, final Path cleanFolder) {
		this.rainyFolder = rainyFolder;
		this.cleanFolder = cleanFolder;
		rainy = byName(rainyFolder);
		clean = byName(cleanFolder);
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
			.map(names -> new PairFolder(folder.resolve(names.rainy()), folder.resolve(names.clean())).pairs())
			.orElseThrow(
				() -> new DrsformerException("The folder " + folder + " holds no pairs; put the rainy images into " +
					folder.resolve(USUAL.rainy()) + " and the same images without rain, by the same names, into " +
					folder.resolve(USUAL.clean()) + " (or into rain and norain)."));
	}

	private Map<Path, Path> pairs() {
		final Map<String, String> partners = partners();
		checkAll(rainy, partners.keySet(), cleanFolder);
		checkAll(clean, new HashSet<>(partners.values()), rainyFolder);
		final Map<Path, Path> pairs = new LinkedHashMap<>();
		rainy.forEach((name, file) -> pairs.put(file, clean.get(partners.get(name))));
		return pairs;
	}

	/** Returns the name of the target for each name of a rainy image that has one. */
	private Map<String, String> partners() {
		final Map<String, String> partners = new LinkedHashMap<>();
		if (clean.size() == 1)
			rainy.keySet().forEach(name -> partners.put(name, clean.keySet().iterator().next()));
		else
			rainy.keySet().forEach(name -> named(name).ifPresent(target -> partners.put(name, target)));
		return partners.isEmpty() ? byNumber() : partners;
	}

	private Optional<String> named(final String name) {
		final String view = name.replaceFirst("_[0-9]+$", "");
		return clean.containsKey(name) ? Optional.of(name) : Optional.of(view).filter(clean::containsKey);
	}

	/** Returns no partners if a name has no number, or two targets or two rainy images have the same. */
	private Map<String, String> byNumber() {
		final Map<String, String> targets = numbers(clean.keySet());
		final Map<String, String> partners = new LinkedHashMap<>();
		numbers(rainy.keySet()).forEach((number, name) -> {
			if (targets.containsKey(number))
				partners.put(name, targets.get(number));
		});
		return partners;
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

	/** Returns the images of a folder by their names without endings. */
	static Map<String, Path> byName(final Path folder) {
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
