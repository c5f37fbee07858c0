package org.drsformer.derain.imageplus;

import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.model.Task;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

/** A new image in memory, which equals its input in everything but the pixels. */
public final class NewImage implements ImageTarget {

	private final ImagePlus rainy;
	private final Task task;
	private final ImageStack stack = new ImageStack();

	/** @param task names the image: {@code cat-derained.png} for {@code cat.png} */
	public NewImage(final ImagePlus rainy, final Task task) {
		this.rainy = rainy;
		this.task = task;
	}

	@Override
	public void add(final String label, final ImageProcessor plane) {
		stack.addSlice(label, plane);
	}

	@Override
	public ImagePlus finish(final ImagePlusFrames frames) {
		final ImagePlus image = ImagePlusCopy.of(rainy, ImagePlusCopy.title(rainy.getTitle(), "-" + task.result()),
			frames, stack);
		// it is in no file
		image.changes = true;
		return image;
	}
}
