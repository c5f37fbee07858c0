package org.drsformer.derain.imageplus;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.image.ImagePlusFrames;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Undo;
import ij.process.Blitter;
import ij.process.ImageProcessor;

/**
 * The image itself, which is changed when all planes are derained: cancelling leaves it as it was. The change can be
 * undone where ImageJ can do so: for an image of one plane, one plane of a stack, and a composite image.
 */
public final class SameImage implements ImageTarget {

	private final ImagePlus image;
	private final List<ImageProcessor> planes = new ArrayList<>();

	/** @throws DrsformerException if it is a virtual stack, which loses changes, or in use by another command */
	public SameImage(final ImagePlus image) {
		if (image.getStack().isVirtual())
			throw new DrsformerException("The image " + image.getTitle() +
				" is a virtual stack, which cannot be changed in place; derain it into a new image or into files," +
				" or duplicate it.");
		if (image.isLocked())
			throw new DrsformerException("The image " + image.getTitle() +
				" is in use by another command; wait until that ends, or derain it into a new image.");
		this.image = image;
	}

	@Override
	public void add(final String label, final ImageProcessor plane) {
		planes.add(plane);
	}

	@Override
	public ImagePlus finish(final ImagePlusFrames frames) {
		if (frames.isPalette())
			replace(frames);
		else
			write(numbers(frames));
		image.changes = true;
		image.updateAndDraw();
		return image;
	}

	private static List<Integer> numbers(final ImagePlusFrames frames) {
		final List<Integer> numbers = new ArrayList<>();
		for (int i = 0; i < frames.count(); i++)
			for (final int number : frames.numbers(i))
				numbers.add(number);
		return numbers;
	}

	private void write(final List<Integer> numbers) {
		final boolean shown = numbers.size() == 1 && numbers.get(0) == image.getCurrentSlice();
		prepareUndo(shown);
		for (int i = 0; i < numbers.size(); i++)
			// the pixels of a stack and of the slice that is shown are the same
			image.getStack().getProcessor(numbers.get(i)).copyBits(planes.get(i), 0, 0, Blitter.COPY);
	}

	private void prepareUndo(final boolean shown) {
		if (shown) {
			image.getProcessor().snapshot();
			Undo.setup(Undo.FILTER, image);
		}
		else if (image.getDisplayMode() == IJ.COMPOSITE)
			Undo.setup(Undo.TRANSFORM, image);
		else
			Undo.reset();
	}

	/** Replaces the stack, since the palette lacks the colours of the result. */
	private void replace(final ImagePlusFrames frames) {
		final ImagePlusFrames all = new ImagePlusFrames(image);
		final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
		final List<Integer> numbers = numbers(frames);
		for (int n = 1; n <= image.getStackSize(); n++) {
			final int done = numbers.indexOf(n);
			stack.addSlice(image.getStack().getSliceLabel(n), done < 0 ? all.slices(n - 1).get(0) : planes.get(done));
		}
		if (stack.size() == 1) {
			Undo.setup(Undo.TYPE_CONVERSION, image);
			image.setProcessor(null, stack.getProcessor(1));
		}
		else {
			Undo.reset();
			image.setStack(stack);
		}
	}
}
