package org.drsformer.derain.imageplus;

import java.nio.file.Path;

import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.PlaneWriter;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

/** A TIFF file for a rain layer, written plane by plane. If planes are missing, no file is left. */
final class LayerFile implements LayerTarget {

	private final Path file;
	private PlaneWriter writer;
	private boolean finished;

	LayerFile(final Path file) {
		this.file = file;
	}

	@Override
	public void begin(final ImagePlus like) {
		like.setTitle(file.getFileName().toString());
		writer = new PlaneWriter(like, file);
	}

	@Override
	public void add(final String label, final ImageProcessor plane) {
		writer.append(plane);
	}

	@Override
	public ImageStack finish() {
		writer.close();
		finished = true;
		return ImageFiles.open(file).getStack();
	}

	@Override
	public void close() {
		if (writer != null && !finished)
			writer.cancel();
	}
}
