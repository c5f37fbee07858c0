package org.drsformer.command;

import java.awt.GraphicsEnvironment;

import ij.IJ;
import ij.ImagePlus;

/**
 * Shows results. SciJava's own way does not make an output the active image of a macro in batch mode or without a display;
 * this one does, everywhere.
 */
final class Shown {

	private Shown() {
		// static functions only
	}

	/** Opens an image, so that a macro finds it by its title. In a script without a display it is just the output. */
	static ImagePlus image(final ImagePlus image) {
		if (image != null && (!GraphicsEnvironment.isHeadless() || IJ.isMacro()))
			image.show();
		return image;
	}
}
