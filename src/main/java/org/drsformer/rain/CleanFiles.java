package org.drsformer.rain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.ImageFolder;

/** The clean image files in a list of files and folders. */
final class CleanFiles {

	/** The files by their names without endings, since pairs are named after them. */
	private final Map<String, Path> files = new LinkedHashMap<>();

	/** The files and folders that fail, each with a sentence that says why. */
	private final Map<Path, String> failures = new LinkedHashMap<>();

	/** The files by their names in lower case: on many systems, names that differ only in case are the same file. */
	private final Map<String, Path> lowerCase = new TreeMap<>();

	CleanFiles(final List<Path> inputs) {
		for (final Path input : inputs)
			if (Files.isDirectory(input))
				addFolder(input);
			else if (Files.exists(input))
				add(input);
			else
				failures.put(input, "There is no file or folder " + input + ".");
	}

	private void addFolder(final Path folder) {
		final List<Path> images = images(folder);
		if (images.isEmpty())
			failures.putIfAbsent(folder, "The folder " + folder + " has no images in it; only " + ImageFiles.STILLS +
				" files directly in the folder count.");
		images.forEach(this::add);
	}

	private List<Path> images(final Path folder) {
		try {
			return ImageFolder.images(folder);
		}
		catch (final DrsformerException failure) {
			failures.put(folder, failure.getMessage());
			return List.of();
		}
	}

	private void add(final Path file) {
		final String name = file.getFileName().toString();
		final int dot = name.lastIndexOf('.');
		final String base = dot > 0 ? name.substring(0, dot) : name;
		final Path other = lowerCase.putIfAbsent(base.toLowerCase(Locale.ROOT), file);
		if (other == null)
			files.put(base, file);
		else if (!other.equals(file))
			refuse(other, file, base);
	}

	private void refuse(final Path first, final Path second, final String base) {
		files.values().remove(first);
		final String sentence = "Both " + first + " and " + second + " would become a pair called " + base +
			"; write them into different folders, or rename one.";
		failures.putIfAbsent(first, sentence);
		failures.put(second, sentence);
	}

	Map<String, Path> files() {
		return files;
	}

	Map<Path, String> failures() {
		return failures;
	}
}
