package org.drsformer.derain.imageplus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.PlaneWriter;
import org.drsformer.model.Task;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * A new file, written plane by plane and opened as a virtual stack, so that it is never in memory as a whole. If planes
 * are missing, no file is left.
 */
public final class NewFile implements ImageTarget {

	private final ImagePlus rainy;
	private final Path file;
	private final Task task;
	private PlaneWriter writer;

	/**
	 * @param file its ending selects the format
	 * @param task names the layer of what is taken away
	 */
	public NewFile(final ImagePlus rainy, final Path file, final Task task) {
		this.rainy = rainy;
		this.task = task;
		this.file = file.toAbsolutePath();
	}

	/**
	 * @throws org.drsformer.DrsformerException if the format cannot hold such an image, or the image came from this
	 *         file
	 */
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

	/** Returns the file of the rain layer beside the result: {@code cat-rain.tif} for {@code cat.tif}. */
	private Path layerFile() {
		final String name = file.getFileName().toString();
		return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + "-" + task.removed() + ".tif");
	}

	@Override
	public LayerTarget layer() {
		ImageSources.of(rainy).writes("the result", file).writes("the rain layer", layerFile());
		return new LayerFile(layerFile());
	}

	@Override
	public List<Path> existing(final boolean withRain) {
		return Stream.of(file, layerFile()).limit(withRain ? 2 : 1).filter(Files::exists).toList();
	}

	@Override
	public void close() {
		if (writer != null)
			writer.close();
	}
}
