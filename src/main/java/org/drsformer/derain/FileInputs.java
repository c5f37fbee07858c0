package org.drsformer.derain;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.drsformer.image.ImageFiles;

/** The image files that are meant by a list of files and folders. */
final class FileInputs {

	private final List<Path> files = new ArrayList<>();

	private final List<FileFailure> failures = new ArrayList<>();

	FileInputs(final List<Path> inputs) {
		for (final Path input : inputs)
			add(input);
	}

	/** In the order in which they were given, those of a folder in natural order. */
	List<Path> files() {
		return files;
	}

	/** Inputs that are not there, cannot be read, or hold no images. */
	List<FileFailure> failures() {
		return failures;
	}

	private void add(final Path input) {
		if (Files.isDirectory(input))
			addFolder(input);
		else if (Files.exists(input))
			files.add(input);
		else
			failures.add(FileFailure.of(input, "There is no file or folder " + input + "."));
	}

	private void addFolder(final Path folder) {
		final List<Path> images = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
			for (final Path entry : entries)
				if (ImageFiles.isImageName(entry) && !Files.isHidden(entry) && !Files.isDirectory(entry))
					images.add(entry);
		}
		catch (final IOException | DirectoryIteratorException failure) {
			failures.add(FileFailure.of(folder, "The folder " + folder +
				" cannot be read; check that you may read what is in it."));
			return;
		}
		if (images.isEmpty())
			failures.add(FileFailure.of(folder, "The folder " + folder +
				" has no images in it; PNG, JPEG, TIFF and BMP files directly inside of it would be derained."));
		images.sort(new NaturalOrder());
		files.addAll(images);
	}
}
