package org.drsformer.image.file;

import java.nio.file.Path;
import java.util.List;

import org.drsformer.image.SliceStack;

import ij.process.ImageProcessor;

/** Image files of one plane each as a stack: each is read when it is asked for. */
public final class FileStack extends SliceStack {

	private final List<Path> files;

	/**
	 * @param first the plane of the first file
	 * @param files of the same size and type
	 */
	public FileStack(final ImageProcessor first, final List<Path> files) {
		super(first.getWidth(), first.getHeight(), first.getBitDepth(), files.size());
		this.files = List.copyOf(files);
	}

	/** Returns the file of each plane. */
	public List<Path> files() {
		return files;
	}

	@Override
	public ImageProcessor slice(final int number) {
		return ImageFiles.read(files.get(number - 1)).getProcessor();
	}
}
