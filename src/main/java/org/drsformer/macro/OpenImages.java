package org.drsformer.macro;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

/** Finds open images, with or without a window. */
public final class OpenImages {

	private OpenImages() {
		// static functions only
	}

	/**
	 * Returns the active image of the macro that runs, also on another thread than the macro's.
	 *
	 * @throws DrsformerException if no image is open
	 */
	public static ImagePlus active() {
		final ImagePlus ofBatch = Interpreter.isBatchMode() && WindowManager.getTempCurrentImage() == null
			? Interpreter.getLastBatchModeImage()
			: null;
		final ImagePlus image = ofBatch == null ? WindowManager.getCurrentImage() : ofBatch;
		if (image == null)
			throw new DrsformerException("There is no image open; open one first.");
		return image;
	}

	/**
	 * Returns the image with this title or id. The title takes precedence, since a title can be a number.
	 *
	 * @throws DrsformerException if there is no such image
	 */
	public static ImagePlus find(final String titleOrId) {
		final ImagePlus byTitle = WindowManager.getImage(titleOrId);
		if (byTitle != null)
			return byTitle;
		final ImagePlus byId = titleOrId.matches("-\\d{1,9}") ? WindowManager.getImage(Integer.parseInt(titleOrId))
			: null;
		if (byId == null)
			throw new DrsformerException(
				"There is no open image with the title or id \"" + titleOrId + "\"; " + titles());
		return byId;
	}

	private static String titles() {
		final String[] titles = WindowManager.getImageTitles();
		return titles.length == 0 ? "no image is open."
			: "the open images are " + Arrays.stream(titles).collect(Collectors.joining(", ")) + ".";
	}

	/** Shows a result under a title that no other open image has, so that a macro can select it by its title. */
	public static void show(final ImagePlus image) {
		image.setTitle(unused(image.getTitle()));
		image.show();
	}

	/**
	 * Returns a title that no open image has: the given one, or the given one with a number. ImageJ's own function
	 * overlooks images without a window.
	 */
	private static String unused(final String title) {
		final int dot = title.lastIndexOf('.');
		final int end = dot > 0 ? dot : title.length();
		String unused = title;
		for (int i = 1; WindowManager.getImage(unused) != null; i++)
			unused = title.substring(0, end) + "-" + i + title.substring(end);
		return unused;
	}
}
