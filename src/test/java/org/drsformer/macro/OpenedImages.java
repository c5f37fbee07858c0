package org.drsformer.macro;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

/** The images that are open, with and without windows. */
public final class OpenedImages {

	private OpenedImages() {
		// static functions only
	}

	/**
	 * Closes them. The macro function asks of an image without a window where its window is, in a dialog that waits for
	 * ever.
	 */
	public static void closeAll() {
		closeListed();
		closeListed();
		WindowManager.setTempCurrentImage(null);
	}

	/** Those of the batch mode, if there are any, else those with windows. */
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
