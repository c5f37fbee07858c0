package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.List;

import org.drsformer.image.file.ImageFolder;

/** Finds the folders of methods when the user names only one folder. */
public final class ResultFolders {

	private ResultFolders() {
		// static functions only
	}

	/**
	 * Returns the folder itself if it has images; else the folders in it that have images, each of one method, in
	 * natural order.
	 *
	 * @return the folder itself also if there are no images anywhere
	 * @throws org.drsformer.DrsformerException if it is not a folder or cannot be read
	 */
	public static List<Path> in(final Path folder) {
		if (!ImageFolder.images(folder).isEmpty())
			return List.of(folder);
		final List<Path> methods = ImageFolder.foldersWithImages(folder);
		return methods.isEmpty() ? List.of(folder) : methods;
	}
}
