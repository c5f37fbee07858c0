package org.drsformer.macro;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

/** The open images, with and without windows. */
public final class OpenedImages {

	private OpenedImages() {
		// static functions only
	}

	/**
	 * Closes all images. The macro function would open a dialog for an image without a window, and wait forever.
	 */
	public static void closeAll() {
		closeListed();
		closeListed();
		WindowManager.setTempCurrentImage(null);
	}

	/** Returns the images of the batch mode if there are any, else those with windows. */
	private static void closeListed() {
		final int[] ids = WindowManager.getIDList();
		for (int i = 0; ids != null && i < ids.length; i++) {
			final ImagePlus image = WindowManager.getImage(ids[i]);
			Interpreter.removeBatchModeImage(image);
			image.changes = false;
			image.close();
		}
	}
}
