package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.ImageFolder;

/**
 * The images of a folder by their names.
 *
 * @param files in natural order
 * @param ambiguous names that several files have, with a sentence about each; they are not among the files
 */
record NamedImages(Map<String, Path> files, Map<String, String> ambiguous) {

	/**
	 * Finds the images of a folder.
	 *
	 * @throws DrsformerException if the folder cannot be read or no image in it matches the pattern
	 */
	static NamedImages in(final Path folder, final NamePattern pattern) {
		final Map<String, Path> files = new LinkedHashMap<>();
		final Map<String, String> ambiguous = new TreeMap<>();
		for (final Path file : ImageFolder.images(folder))
			pattern.nameOf(file).ifPresent(name -> {
				final Path other = files.putIfAbsent(name, file);
				if (other != null)
					ambiguous.put(name, "Both " + other + " and " + file.getFileName() + " have the name " + name +
						"; remove one, or give a pattern that only one of them matches.");
			});
		if (files.isEmpty())
			throw new DrsformerException("The folder " + folder + " has no image whose name matches " + pattern + "; " +
				ImageFiles.STILLS + " files directly inside it are searched.");
		files.keySet().removeAll(ambiguous.keySet());
		return new NamedImages(Collections.unmodifiableMap(files), Collections.unmodifiableMap(ambiguous));
	}
}
