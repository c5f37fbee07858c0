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
	 * The files directly inside of a folder that have the name of an image, in natural order; hidden ones are left out.
	 *
	 * @return may be empty
	 * @throws DrsformerException if there is no such folder, or it cannot be read
	 */
	public static List<Path> images(final Path folder) {
		return entries(folder, entry -> ImageFiles.isImageName(entry) && !Files.isDirectory(entry));
	}

	/**
	 * The folders directly inside of a folder that have images in them, in natural order; hidden ones are left out.
	 *
	 * @return may be empty
	 * @throws DrsformerException if there is no such folder, or one cannot be read
	 */
	public static List<Path> foldersWithImages(final Path folder) {
		return entries(folder, entry -> Files.isDirectory(entry) && !images(entry).isEmpty());
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
			throw new DrsformerException(
				"The folder " + folder + " cannot be read; check that you may read what is in it.", failure);
		}
		found.sort(new NaturalOrder());
		return found;
	}
}
