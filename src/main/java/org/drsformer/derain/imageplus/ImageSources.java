package org.drsformer.derain.imageplus;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.drsformer.image.file.FileStack;
import org.drsformer.io.FileRoles;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileInfo;

/**
 * The files that an image of ImageJ came from, or that its planes are still read from. No result may replace them.
 */
final class ImageSources {

	private static final String ROLE = "the image itself";

	private ImageSources() {
		// static functions only
	}

	static FileRoles of(final ImagePlus image) {
		final FileRoles roles = new FileRoles();
		final FileInfo origin = image.getOriginalFileInfo();
		if (origin != null && origin.directory != null && origin.fileName != null)
			roles.reads(ROLE, Path.of(origin.getFilePath()));
		planes(image.getStack()).forEach(file -> roles.reads(ROLE, file));
		return roles;
	}

	/** Returns the files of the stack's planes; none for stacks of other software, which may not know their files. */
	private static List<Path> planes(final ImageStack stack) {
		if (stack instanceof final FileStack files)
			return files.files();
		if (stack.getClass() != VirtualStack.class)
			return List.of();
		final VirtualStack planes = (VirtualStack) stack;
		return IntStream.rangeClosed(1, planes.getSize())
			.mapToObj(i -> Path.of(planes.getDirectory(), planes.getFileName(i)))
			.toList();
	}
}
