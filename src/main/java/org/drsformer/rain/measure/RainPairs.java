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

/** Measures the rain in pairs of image files. */
public final class RainPairs {

	private RainPairs() {
		// static functions only
	}

	/**
	 * Returns the statistics of a pair of files, or of all pairs in two folders in the order of the rainy files.
	 *
	 * @param rainy a rainy image or a folder of rainy images
	 * @param clean the clean image, or a folder with a clean image of the same name for each rainy one; endings may
	 *        differ
	 * @throws DrsformerException if a file is missing or is not an image, or if the images of a pair differ in size or
	 *         channels
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
			throw new DrsformerException("The folder " + folder + " has no image with the same name as " + file +
				"; add it, or remove the rainy one.");
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
