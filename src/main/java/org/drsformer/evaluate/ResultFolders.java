package org.drsformer.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.drsformer.image.file.ImageFolder;
import org.drsformer.image.file.ImageTree;

/** Finds the folders of methods when the user names only one folder. */
public final class ResultFolders {

	private ResultFolders() {
		// static functions only
	}

	/**
	 * Returns the folder itself if it has images; else the folders in it that have images, each of one method, in
	 * natural order.
	 *
	 * <p>
	 * If the folders below are evaluated too, a folder in it with images is a data set. Only if all images lie deeper,
	 * as in {@code method/set/cat.png}, each folder in it is a method, unless the targets have a folder of the same
	 * name: then it is a data set after all.
	 *
	 * @param targets the folder of the clean images, if there is one
	 * @param below whether the folders below are evaluated too, each as a data set
	 * @return the folder itself also if there are no images anywhere
	 * @throws org.drsformer.DrsformerException if it is not a folder or cannot be read
	 */
	public static List<Path> in(final Path folder, final Optional<Path> targets, final boolean below) {
		if (!ImageFolder.images(folder).isEmpty())
			return List.of(folder);
		final List<Path> inside = ImageFolder.foldersWithImages(folder);
		if (below && !inside.isEmpty())
			return List.of(folder);
		final List<Path> methods = below ? methodsOfDataSets(folder, targets) : inside;
		return methods.isEmpty() ? List.of(folder) : methods;
	}

	private static List<Path> methodsOfDataSets(final Path folder, final Optional<Path> targets) {
		final List<Path> folders = ImageFolder.folders(folder)
			.stream()
			.filter(inside -> !ImageTree.of(inside).images().isEmpty())
			.toList();
		final boolean known = targets.isPresent()
			&& folders.stream().anyMatch(inside -> Files.isDirectory(targets.get().resolve(inside.getFileName())));
		return known ? List.of() : folders;
	}
}
