package org.drsformer.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.image.ImageFolder;

/** Finds the folders of methods where the user may name only one folder. */
public final class ResultFolders {

	private ResultFolders() {
		// static functions only
	}

	/**
	 * The folder itself if there are images in it; else those of its folders that have images, each being a method.
	 *
	 * @return the folder itself also if there are no images anywhere
	 * @throws DrsformerException if it is no folder or cannot be read
	 */
	public static List<Path> in(final Path folder) {
		if (!ImageFolder.images(folder).isEmpty())
			return List.of(folder);
		try (Stream<Path> inside = Files.list(folder)) {
			final List<Path> methods = inside.filter(Files::isDirectory).filter(path -> !ImageFolder.images(path).isEmpty())
				.sorted().toList();
			return methods.isEmpty() ? List.of(folder) : methods;
		}
		catch (final IOException failure) {
			throw new DrsformerException("The folder " + folder + " cannot be read; check that you may read what is in it.",
				failure);
		}
	}
}
