package org.drsformer.command.beforeafter;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;

import org.drsformer.derain.imageplus.ImageChoice;
import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.ImagePlusFrames;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GUI;
import ij.gui.ImageWindow;
import ij.gui.StackWindow;
import ij.macro.Interpreter;

/**
 * A window with an image before deraining at the left of a line and after it at the right. The line can be dragged;
 * ImageJ's sliders and zoom work as usual. The pixels are read when a slice is shown; only the display range is that of
 * the time when the window is made.
 */
public final class BeforeAfter {

	private static final String WHERE = "compare=true shows a window, and there is none here; only the result was" +
		" made.";

	private final ImagePlus rainy;
	private final PlanePictures before;
	private ImageWindow window;

	private BeforeAfter(final ImagePlus rainy, final ImagePlusFrames frames) {
		this.rainy = rainy;
		before = new PlanePictures(rainy, frames);
	}

	/**
	 * Takes an image as it is before deraining. Its pixels are not copied.
	 *
	 * @param choice which planes will be derained
	 * @throws org.drsformer.DrsformerException if the image does not have these planes
	 */
	public static BeforeAfter of(final ImagePlus rainy, final ImageChoice choice) {
		return new BeforeAfter(rainy, new ImagePlusFrames(rainy, choice.planes(), choice.channels()));
	}

	/** Opens the window. Without a display or in batch mode, writes a sentence to the log instead. */
	public void show(final ImagePlus derained) {
		if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) {
			IJ.log(WHERE);
			return;
		}
		final ImagePlus image = image(derained);
		final BeforeAfterCanvas canvas = new BeforeAfterCanvas(image, (BeforeAfterStack) image.getStack());
		window = image.getStackSize() > 1 ? new StackWindow(image, canvas) : new ImageWindow(image, canvas);
	}

	/** Moves the window, if there is one, so that another window does not hide it. */
	public void placeBeside(final ImagePlus image) {
		if (window == null || image.getWindow() == null)
			return;
		final Rectangle screen = GUI.getMaxWindowBounds(window);
		final Rectangle other = image.getWindow().getBounds();
		final int right = screen.x + screen.width - window.getWidth();
		window.setLocation(Math.max(screen.x, Math.min(right, other.x + other.width)), other.y);
	}

	/** Returns an image of a {@link BeforeAfterStack}. */
	ImagePlus image(final ImagePlus derained) {
		final PlanePictures after = new PlanePictures(derained, new ImagePlusFrames(derained));
		final ImagePlus image = new ImagePlus(ImagePlusCopy.title(rainy.getTitle(), "-compare"),
			new BeforeAfterStack(before, after));
		before.arrange(image);
		image.setCalibration(rainy.getCalibration());
		return image;
	}
}
