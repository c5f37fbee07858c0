package org.drsformer.command.window;

import java.awt.GraphicsEnvironment;

import ij.IJ;
import ij.ImagePlus;
import ij.text.TextWindow;

/**
 * Shows results. SciJava's own way does not make an output the active image of a macro in batch mode or without a
 * display; this one does, everywhere.
 */
public final class Display {

	private static final int WIDTH = 700;
	private static final int HEIGHT = 500;

	private Display() {
		// static functions only
	}

	/** Opens an image, so that a macro finds it by its title. In a script without a display it is just the output. */
	public static ImagePlus image(final ImagePlus image) {
		if (image != null && (!GraphicsEnvironment.isHeadless() || IJ.isMacro()))
			image.show();
		return image;
	}

	/** One line in ImageJ's log, or on the console where there is no window for it. */
	public static String line(final String text) {
		IJ.log(text);
		return text;
	}

	/**
	 * A text in a window of its own; in a macro and without a display in the log, where {@code getInfo("log")} finds
	 * it.
	 */
	public static String text(final String title, final String text) {
		if (GraphicsEnvironment.isHeadless() || IJ.isMacro())
			IJ.log(text);
		else
			new TextWindow(title, text, WIDTH, HEIGHT);
		return text;
	}
}
