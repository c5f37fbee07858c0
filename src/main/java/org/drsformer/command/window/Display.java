package org.drsformer.command.window;

import java.awt.GraphicsEnvironment;

import org.drsformer.macro.OpenImages;

import ij.IJ;
import ij.ImagePlus;
import ij.text.TextWindow;

/**
 * Shows results. SciJava does not make an output the active image of a macro in batch mode or without a display; this
 * class always does.
 */
public final class Display {

	private static final int WIDTH = 700;
	private static final int HEIGHT = 500;

	private Display() {
		// static functions only
	}

	/**
	 * Opens an image under a title that no other open image has, so that a macro finds it by its title, and returns it.
	 * In a script without a display it is not opened.
	 */
	public static ImagePlus image(final ImagePlus image) {
		if (image != null && (!GraphicsEnvironment.isHeadless() || IJ.isMacro()))
			OpenImages.show(image);
		return image;
	}

	/** Writes a line to ImageJ's log, or to the console where there is no window, and returns the line. */
	public static String line(final String text) {
		IJ.log(text);
		return text;
	}

	/**
	 * Shows a text in a window; in a macro and without a display it goes to the log, where {@code getInfo("log")} finds
	 * it. Returns the text.
	 */
	public static String text(final String title, final String text) {
		if (GraphicsEnvironment.isHeadless() || IJ.isMacro())
			IJ.log(text);
		else
			Tables.moveAside(new TextWindow(title, text, WIDTH, HEIGHT));
		return text;
	}
}
