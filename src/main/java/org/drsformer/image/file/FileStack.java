package org.drsformer.image.file;

import java.nio.file.Path;
import java.util.List;

import org.drsformer.image.SliceStack;

import ij.process.ImageProcessor;

/** Image files with one plane each as a virtual stack: each file is read when its slice is asked for. */
public final class FileStack extends SliceStack {

	private final List<Path> files;

	/**
	 * Makes a stack of files.
	 *
	 * @param first the slice of the first file
	 * @param files with slices of the same size and type
	 */
	public FileStack(final ImageProcessor first, final List<Path> files) {
		super(first.getWidth(), first.getHeight(), first.getBitDepth(), files.size());
		this.files = List.copyOf(files);
	}

	/** Returns the file of each slice. */
	public List<Path> files() {
		return files;
	}

	@Override
	protected ImageProcessor slice(final int number) {
		return ImageFiles.read(files.get(number - 1)).getProcessor();
	}
}
