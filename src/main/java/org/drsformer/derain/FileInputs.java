package org.drsformer.derain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.image.ImageFiles;
import org.drsformer.image.ImageFolder;

/** The image files that are meant by a list of files and folders, and where their results go. */
final class FileInputs {

	private final Path output;

	/** Or the results of two folders with the same file names would be in each other's way. */
	private final boolean severalFolders;

	private final List<FileJob> jobs = new ArrayList<>();

	private final List<FileFailure> failures = new ArrayList<>();

	FileInputs(final List<Path> inputs, final Path output) {
		this.output = output;
		severalFolders = inputs.stream().filter(Files::isDirectory).count() > 1;
		for (final Path input : inputs)
			add(input);
	}

	/** In the order in which they were given, those of a folder in natural order. */
	List<FileJob> jobs() {
		return jobs;
	}

	/** Inputs that are not there, cannot be read, or hold no images. */
	List<FileFailure> failures() {
		return failures;
	}

	private void add(final Path input) {
		if (Files.isDirectory(input))
			addFolder(input);
		else if (Files.exists(input))
			addFile(input, output);
		else
			failures.add(FileFailure.of(input, "There is no file or folder " + input + "."));
	}

	private void addFile(final Path file, final Path folder) {
		jobs.add(new FileJob(file, folder.resolve(ImageFiles.outputName(file)), file.toFile().length()));
	}

	private Path outputOf(final Path folder) {
		final Path name = folder.toAbsolutePath().normalize().getFileName();
		return severalFolders && name != null ? output.resolve(name) : output;
	}

	private void addFolder(final Path folder) {
		final List<Path> images;
		try {
			images = ImageFolder.images(folder);
		}
		catch (final DrsformerException failure) {
			failures.add(FileFailure.of(folder, failure.getMessage()));
			return;
		}
		if (images.isEmpty())
			failures.add(FileFailure.of(folder, "The folder " + folder +
				" has no images in it; PNG, JPEG, TIFF and BMP files directly inside of it would be derained."));
		images.forEach(image -> addFile(image, outputOf(folder)));
	}
}
