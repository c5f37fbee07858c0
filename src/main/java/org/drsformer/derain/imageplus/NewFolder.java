package org.drsformer.derain.imageplus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.model.Task;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

/**
 * A folder of TIFF files, one for each plane, named by the task, as {@code cat-derained-0001.tif} for {@code cat.png},
 * and opened as a virtual stack. If planes are missing, all files are deleted.
 */
public final class NewFolder implements ImageTarget {

	private final ImagePlus rainy;
	private final Path folder;
	private final Task task;
	private final String title;
	private final PlaneFiles files;

	/**
	 * @param folder made if it is missing
	 * @param task names the files
	 */
	public NewFolder(final ImagePlus rainy, final Path folder, final Task task) {
		this.rainy = rainy;
		this.folder = folder;
		this.task = task;
		title = ImagePlusCopy.title(rainy.getTitle(), "-" + task.result());
		files = new PlaneFiles(rainy, folder, title);
	}

	/**
	 * @throws org.drsformer.DrsformerException if the folder cannot be made, or the image came from a file that would
	 *         be replaced
	 */
	@Override
	public void begin(final ImagePlusFrames frames) {
		files.begin(frames.count() * frames.labels(0).size());
	}

	/** @throws org.drsformer.DrsformerException if the file cannot be written */
	@Override
	public void add(final String label, final ImageProcessor plane) {
		files.add(label, plane);
	}

	@Override
	public ImagePlus finish(final ImagePlusFrames frames) {
		return ImagePlusCopy.of(rainy, title, frames, files.finish());
	}

	@Override
	public List<Path> existing(final boolean withRain) {
		final PlaneFiles layer = new PlaneFiles(rainy, folder,
			ImagePlusCopy.title(rainy.getTitle(), "-" + task.removed()));
		return Stream.of(files, layer).limit(withRain ? 2 : 1).map(PlaneFiles::first).filter(Files::exists).toList();
	}

	/** Returns files in the same folder, named {@code cat-rain-0001.tif} by the task. */
	@Override
	public LayerTarget layer() {
		return new Layer(rainy, folder, ImagePlusCopy.title(rainy.getTitle(), "-" + task.removed()));
	}

	@Override
	public void close() {
		files.close();
	}

	/** The rain layer beside the result. */
	private static final class Layer implements LayerTarget {

		private final PlaneFiles files;

		Layer(final ImagePlus rainy, final Path folder, final String title) {
			files = new PlaneFiles(rainy, folder, title);
		}

		@Override
		public void begin(final ImagePlus like) {
			files.begin(like.getStackSize());
		}

		@Override
		public void add(final String label, final ImageProcessor plane) {
			files.add(label, plane);
		}

		@Override
		public ImageStack finish() {
			return files.finish();
		}

		@Override
		public void close() {
			files.close();
		}
	}
}
