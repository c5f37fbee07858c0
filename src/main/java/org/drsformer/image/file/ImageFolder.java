package org.drsformer.image.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.drsformer.DrsformerException;

/** Finds the image files of a folder. */
public final class ImageFolder {

	private ImageFolder() {
		// static functions only
	}

	/**
	 * Returns the files directly inside a folder that have the name of an image, in natural order; hidden files are
	 * left out.
	 *
	 * @return may be empty
	 * @throws DrsformerException if the folder does not exist or cannot be read
	 */
	public static List<Path> images(final Path folder) {
		return entries(folder, entry -> ImageFiles.isImageName(entry) && !Files.isDirectory(entry));
	}

	/**
	 * Returns the folders directly inside a folder that contain images, in natural order; hidden folders are left out.
	 *
	 * @return may be empty
	 * @throws DrsformerException if the folder does not exist, or a folder cannot be read
	 */
	public static List<Path> foldersWithImages(final Path folder) {
		return entries(folder, entry -> Files.isDirectory(entry) && !images(entry).isEmpty());
	}

	/**
	 * Returns all folders directly inside a folder, in natural order; hidden folders are left out.
	 *
	 * @throws DrsformerException if the folder does not exist or cannot be read
	 */
	public static List<Path> folders(final Path folder) {
		return entries(folder, Files::isDirectory);
	}

	private static List<Path> entries(final Path folder, final Predicate<Path> wanted) {
		if (!Files.isDirectory(folder))
			throw new DrsformerException(Files.exists(folder) ? folder + " is not a folder; name a folder of images."
				: "There is no folder " + folder + ".");
		final List<Path> found = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
			for (final Path entry : entries)
				if (!Files.isHidden(entry) && wanted.test(entry))
					found.add(entry);
		}
		catch (final IOException | DirectoryIteratorException failure) {
			throw new DrsformerException("The folder " + folder + " cannot be read; check its permissions.", failure);
		}
		found.sort(new NaturalOrder());
		return found;
	}
}
