package org.drsformer.rain.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.ImageFolder;

/** Statistics of the rain in files. */
public final class RainPairs {

	private RainPairs() {
		// static functions only
	}

	/**
	 * Measures the rain of a pair of files, or of all pairs in two folders.
	 *
	 * @param rainy an image, or a folder whose images have a clean one of the same name, whatever their endings
	 * @param clean likewise
	 * @return one for each pair, in the order of the rainy files
	 * @throws DrsformerException if a file is missing or no image, or the images of a pair differ in size
	 */
	public static List<RainStatistics> measure(final Path rainy, final Path clean) {
		for (final Path path : List.of(rainy, clean))
			if (!Files.exists(path))
				throw new DrsformerException("There is no file or folder " + path + ".");
		if (Files.isDirectory(rainy) != Files.isDirectory(clean))
			throw new DrsformerException("One of " + rainy + " and " + clean +
				" is a folder, and the other is a file; name two images or two folders.");
		if (!Files.isDirectory(rainy))
			return List.of(pair(rainy, clean));
		final Map<String, Path> targets = new LinkedHashMap<>();
		ImageFolder.images(clean).forEach(file -> targets.put(base(file), file));
		final List<RainStatistics> statistics = new ArrayList<>();
		for (final Path file : ImageFolder.images(rainy))
			statistics.add(pair(file, target(file, targets, clean)));
		if (statistics.isEmpty())
			throw new DrsformerException("The folder " + rainy + " has no images in it.");
		return statistics;
	}

	private static Path target(final Path file, final Map<String, Path> targets, final Path folder) {
		final Path target = targets.get(base(file));
		if (target == null)
			throw new DrsformerException(
				"The folder " + folder + " has no image of the name of " + file + "; add it, or remove the rainy one.");
		return target;
	}

	private static String base(final Path file) {
		final String name = file.getFileName().toString();
		return name.substring(0, name.lastIndexOf('.'));
	}

	private static RainStatistics pair(final Path rainy, final Path clean) {
		return RainStatistics.of(RainLayer.of(ImageFiles.read(rainy), ImageFiles.read(clean)));
	}
}
