package org.drsformer.command.preview;

import java.awt.Color;
import java.awt.Rectangle;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ImageProcessor;

/**
 * Shows a picture in front of an image and behind its overlay, and takes it away again. Pixels, display range and undo
 * of the image stay untouched. Used on the event dispatch thread.
 */
final class PreviewOverlay {

	private final ImagePlus image;
	private Overlay before;
	private boolean hidden;
	private Overlay shown;
	private int count;

	PreviewOverlay(final ImagePlus image) {
		this.image = image;
	}

	/** Shows a picture instead of the present one; a part of what is derained gets a frame. */
	void show(final ImageProcessor picture, final PreviewPart part) {
		hide();
		before = image.getOverlay();
		hidden = image.getHideOverlay();
		shown = before == null ? new Overlay() : before.create();
		add(new ImageRoi(part.pixels().x, part.pixels().y, picture));
		if (!part.exact())
			add(frame(part.pixels()));
		if (before != null && !hidden)
			for (final Roi roi : before)
				shown.add((Roi) roi.clone());
		count = shown.size();
		image.setOverlay(shown);
	}

	private static Roi frame(final Rectangle pixels) {
		final Roi frame = new Roi(pixels);
		frame.setStrokeColor(Color.YELLOW);
		return frame;
	}

	/** The user may go on to another slice before the preview follows. */
	private void add(final Roi roi) {
		if (image.isHyperStack() || image.getNChannels() > 1)
			roi.setPosition(0, image.getZ(), image.getT());
		else if (image.getStackSize() > 1)
			roi.setPosition(image.getCurrentSlice());
		shown.add(roi);
	}

	/** Takes the picture away. What the user has added to the overlay meanwhile stays. */
	void hide() {
		if (shown == null)
			return;
		if (image.getOverlay() == shown) {
			final Overlay after = before == null && shown.size() > count ? shown.create() : before;
			for (int i = count; i < shown.size(); i++)
				after.add(shown.get(i));
			image.setOverlay(after);
			image.setHideOverlay(hidden);
		}
		shown = null;
	}
}
