package org.drsformer.command.preview;

import java.util.concurrent.atomic.AtomicInteger;

import ij.ImageListener;
import ij.ImagePlus;

/** Counts the changes of an image. */
final class ImageChanges implements ImageListener {

	private final ImagePlus image;
	private final AtomicInteger all = new AtomicInteger();
	private final AtomicInteger pixels = new AtomicInteger();
	private int shown;

	ImageChanges(final ImagePlus image) {
		this.image = image;
		shown = image.getCurrentSlice();
	}

	/** Returns the number of all changes, also of what the image shows. */
	int all() {
		return all.get();
	}

	/** Returns the number of changes without those that only show another slice. */
	int pixels() {
		return pixels.get();
	}

	@Override
	public void imageOpened(final ImagePlus opened) {
		// another one
	}

	@Override
	public synchronized void imageUpdated(final ImagePlus updated) {
		if (updated != image)
			return;
		all.incrementAndGet();
		if (image.getCurrentSlice() == shown)
			pixels.incrementAndGet();
		shown = image.getCurrentSlice();
	}

	@Override
	public void imageClosed(final ImagePlus closed) {
		// its window is gone then
	}
}
