package org.drsformer.derain.imageplus;

import java.nio.file.Path;

import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.PlaneWriter;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * A file, written plane by plane and opened as a virtual stack: never all in memory. If planes are missing, there is
 * none.
 */
public final class NewFile implements ImageTarget {

	private final ImagePlus rainy;
	private final Path file;
	private PlaneWriter writer;

	/** @param file its ending means the format */
	public NewFile(final ImagePlus rainy, final Path file) {
		this.rainy = rainy;
		this.file = file.toAbsolutePath();
	}

	/** @throws org.drsformer.DrsformerException if the format cannot hold such an image, or it came from this file */
	@Override
	public void begin(final ImagePlusFrames frames) {
		ImageSources.of(rainy).writes("the result", file);
		writer = new PlaneWriter(ImagePlusCopy.of(rainy, file.getFileName().toString(), frames, frames.virtualStack()),
			file);
	}

	/** @throws org.drsformer.DrsformerException if the file cannot be written */
	@Override
	public void add(final String label, final ImageProcessor plane) {
		writer.append(plane);
	}

	@Override
	public ImagePlus finish(final ImagePlusFrames frames) {
		writer.close();
		return ImageFiles.open(file);
	}

	/** The file of the rain layer that is written beside a result: {@code cat-rain.tif} for {@code cat.tif}. */
	public static Path layerFile(final Path file) {
		final String name = file.getFileName().toString();
		return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + "-rain.tif");
	}

	@Override
	public LayerTarget layer() {
		ImageSources.of(rainy).writes("the result", file).writes("the rain layer", layerFile(file));
		return new LayerFile(layerFile(file));
	}

	@Override
	public void close() {
		if (writer != null)
			writer.close();
	}
}
