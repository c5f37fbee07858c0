package org.drsformer.derain.imageplus;

import org.drsformer.derain.SharedDerainers;

import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;

/** Frees unused networks when the last image is closed. */
public final class ClosedImages implements ImageListener {

	private static boolean watched;

	private ClosedImages() {
		// only to be registered
	}

	/**
	 * Watches images from now on. Called when an image is derained first, since a listener loads classes of ImageJ,
	 * which ImageJ2 patches at its start.
	 */
	public static synchronized void watch() {
		if (!watched)
			ImagePlus.addImageListener(new ClosedImages());
		watched = true;
	}

	@Override
	public void imageOpened(final ImagePlus image) {
		// only closing frees memory
	}

	@Override
	public void imageUpdated(final ImagePlus image) {
		// only closing frees memory
	}

	@Override
	public void imageClosed(final ImagePlus image) {
		if (WindowManager.getImageCount() == 0)
			SharedDerainers.ofThisJvm().releaseUnused();
	}
}
