package org.drsformer.command.beforeafter;

import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.ImagePlusFrames;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ColorProcessor;

/** The planes of an image as a viewer sees them, in RGB: the channels of a composite together, others one by one. */
final class PlanePictures {

	private final ImagePlus view;
	private final int channels;

	/**
	 * Makes a view of its own, so that neither the position nor the display of the image changes.
	 *
	 * @param frames the planes of the image
	 */
	PlanePictures(final ImagePlus image, final ImagePlusFrames frames) {
		// a second viewer: ImageJ deletes the pixels with the last one
		new ImagePlus("", image.getStack());
		view = ImagePlusCopy.of(image, image.getTitle(), frames, frames.virtualStack());
		channels = view.getDisplayMode() == IJ.COMPOSITE ? 1 : view.getNChannels();
	}

	int width() {
		return view.getWidth();
	}

	int height() {
		return view.getHeight();
	}

	int count() {
		return channels * view.getNSlices() * view.getNFrames();
	}

	/** Gives an image of these pictures the same axes and position. */
	void arrange(final ImagePlus pictures) {
		pictures.setDimensions(channels, view.getNSlices(), view.getNFrames());
		pictures.setOpenAsHyperStack(view.isHyperStack());
		pictures.setPosition(Math.min(channels, view.getC()), view.getZ(), view.getT());
	}

	/** Returns the label of the plane, or of the first of its channels; null if it has none. */
	String label(final int number) {
		return view.getStack().getSliceLabel(stackIndex(number));
	}

	private int stackIndex(final int number) {
		return (number - 1) / channels * view.getNChannels() + (number - 1) % channels + 1;
	}

	/**
	 * Returns a picture.
	 *
	 * @param number from 1
	 */
	ColorProcessor picture(final int number) {
		final int[] position = view.convertIndexToPosition(stackIndex(number));
		view.setPositionWithoutUpdate(position[0], position[1], position[2]);
		view.updateImage();
		return new ColorProcessor(view.getImage());
	}
}
