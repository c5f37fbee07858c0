package org.drsformer.command.preview;

import java.awt.Rectangle;

import org.drsformer.DrsformerException;

/**
 * The pixels of an image that a preview shows.
 *
 * @param pixels inside of the image
 * @param exact whether these are all pixels that the command derains, so that the preview is exactly its result
 */
record PreviewPart(Rectangle pixels, boolean exact) {

	/** The bundled model takes a second or two for them. */
	static final int MOST_SIDE = 512;

	private static final int MOST_PIXELS = MOST_SIDE * MOST_SIDE;

	/**
	 * Chooses the pixels: everything that the command derains if that is small; otherwise the middle of what is visible
	 * of it.
	 *
	 * @param visible the pixels that the window shows
	 * @param derained the pixels that the command derains
	 * @throws DrsformerException if none of these is visible
	 */
	static PreviewPart of(final Rectangle visible, final Rectangle derained) {
		if ((long) derained.width * derained.height <= MOST_PIXELS)
			return new PreviewPart(new Rectangle(derained), true);
		final Rectangle both = derained.intersection(visible);
		if (both.isEmpty())
			throw new DrsformerException("The selection is not visible; scroll to it.");
		return new PreviewPart(middle(both), false);
	}

	private static Rectangle middle(final Rectangle box) {
		// a narrow part may be longer
		final int width = Math.min(box.width, Math.max(MOST_SIDE, MOST_PIXELS / box.height));
		final int height = Math.min(box.height, MOST_PIXELS / width);
		return new Rectangle(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height);
	}
}
