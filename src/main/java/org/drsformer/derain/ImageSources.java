package org.drsformer.derain;

import java.io.File;
import java.nio.file.Path;

import org.drsformer.FileRoles;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.io.FileInfo;

/** The files that an image of ImageJ came from, or from which its planes are still being read: no result may replace them. */
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
		if (image.getStack() instanceof final VirtualStack stack && stack.getDirectory() != null)
			for (int i = 1; i <= stack.getSize(); i++)
				if (stack.getFileName(i) != null)
					roles.reads(ROLE, new File(stack.getDirectory(), stack.getFileName(i)).toPath());
		return roles;
	}
}
