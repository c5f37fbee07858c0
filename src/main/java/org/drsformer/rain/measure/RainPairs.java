package org.drsformer.rain.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.FolderPairs;
import org.drsformer.image.file.ImageFiles;

/** Measures the rain in pairs of image files. */
public final class RainPairs {

	private RainPairs() {
		// static functions only
	}

	/**
	 * Returns the statistics of a pair of files, or of all pairs in two folders in the order of the rainy files.
	 *
	 * @param rainy a rainy image or a folder of rainy images
	 * @param clean the clean image, or a folder with a clean image for each rainy one, which {@link FolderPairs} finds
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
		final List<RainStatistics> statistics = new ArrayList<>();
		FolderPairs.of(rainy, clean).forEach((file, target) -> statistics.add(pair(file, target)));
		return statistics;
	}

	private static RainStatistics pair(final Path rainy, final Path clean) {
		return RainStatistics.of(ImageFiles.read(rainy), ImageFiles.read(clean));
	}
}
