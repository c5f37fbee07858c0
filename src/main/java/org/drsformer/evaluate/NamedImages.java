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
 * @param ambiguous names that several files have, which are therefore not among the files, with a sentence about each
 */
record NamedImages(Map<String, Path> files, Map<String, String> ambiguous) {

	/** @throws DrsformerException if the folder cannot be read or no image in it matches the pattern */
	static NamedImages in(final Path folder, final NamePattern pattern) {
		final Map<String, Path> files = new LinkedHashMap<>();
		final Map<String, String> ambiguous = new TreeMap<>();
		for (final Path file : ImageFolder.images(folder))
			pattern.nameOf(file).ifPresent(name -> {
				final Path other = files.putIfAbsent(name, file);
				if (other != null)
					ambiguous.put(name, "Both " + other + " and " + file.getFileName() + " are called " + name +
						"; remove one, or state a pattern that only one of them matches.");
			});
		if (files.isEmpty())
			throw new DrsformerException("The folder " + folder + " has no image whose name matches " + pattern + "; " +
				ImageFiles.STILLS + " files directly inside of it are looked at.");
		files.keySet().removeAll(ambiguous.keySet());
		return new NamedImages(Collections.unmodifiableMap(files), Collections.unmodifiableMap(ambiguous));
	}
}
