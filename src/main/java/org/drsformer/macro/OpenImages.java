package org.drsformer.macro;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

/** The images that are open, with or without a window. */
public final class OpenImages {

	private OpenImages() {
		// static functions only
	}

	/**
	 * The image that is active for the macro that runs, also on another thread than the macro's.
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
	 * The image with this title or id. A title is preferred, as it can be a number.
	 *
	 * @throws DrsformerException if there is none
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
			: "open are " + Arrays.stream(titles).collect(Collectors.joining(", ")) + ".";
	}

	/** Shows a result under a title that no other open image has, so that it can be selected by it. */
	static void show(final ImagePlus image) {
		image.setTitle(unused(image.getTitle()));
		image.show();
	}

	/**
	 * A title that no open image has: this one, or with a number. ImageJ's own way does not see images without a
	 * window.
	 */
	public static String unused(final String title) {
		final int dot = title.lastIndexOf('.');
		final int end = dot > 0 ? dot : title.length();
		String unused = title;
		for (int i = 1; WindowManager.getImage(unused) != null; i++)
			unused = title.substring(0, end) + "-" + i + title.substring(end);
		return unused;
	}
}
