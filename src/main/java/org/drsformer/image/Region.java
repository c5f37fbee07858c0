package org.drsformer.image;

import java.awt.Rectangle;

import org.drsformer.DrsformerException;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;

/**
 * The part of an image's planes that is processed: all of it, or the inside of an area selection.
 *
 * @param box the pixels that are processed, inside the planes
 * @param mask of the size of the box, not 0 inside the selection; null if the selection is the whole box
 */
public record Region(Rectangle box, ImageProcessor mask) {

	/** Returns the whole planes of an image. */
	public static Region whole(final ImagePlus image) {
		return new Region(new Rectangle(image.getWidth(), image.getHeight()), null);
	}

	/**
	 * Returns the image's area selection if it has one, else the whole planes.
	 *
	 * @throws DrsformerException if the selection is completely outside the image
	 */
	public static Region of(final ImagePlus image) {
		final Roi roi = image.getRoi();
		if (roi == null || !roi.isArea())
			return whole(image);
		final Rectangle bounds = roi.getBounds();
		final Rectangle box = bounds.intersection(new Rectangle(image.getWidth(), image.getHeight()));
		if (box.isEmpty())
			throw new DrsformerException("The selection is outside the image " + image.getTitle() +
				"; draw it on the image, or remove it (Edit > Selection > Select None).");
		return new Region(box, mask(roi, bounds, box));
	}

	private static ImageProcessor mask(final Roi roi, final Rectangle bounds, final Rectangle box) {
		final ImageProcessor mask = roi.getMask();
		if (mask == null)
			return null;
		mask.setRoi(box.x - bounds.x, box.y - bounds.y, box.width, box.height);
		return mask.crop();
	}

	/** Returns the box as an interval of ImgLib2. */
	Interval interval() {
		return FinalInterval.createMinSize(box.x, box.y, box.width, box.height);
	}

	/** Restores the original pixels outside the selection. */
	public void restoreOutside(final ImageProcessor changed, final ImageProcessor original) {
		if (mask == null)
			return;
		for (int y = 0; y < box.height; y++)
			for (int x = 0; x < box.width; x++)
				if (mask.get(x, y) == 0)
					changed.set(box.x + x, box.y + y, original.get(box.x + x, box.y + y));
	}
}
