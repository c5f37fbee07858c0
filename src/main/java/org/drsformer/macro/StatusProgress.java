package org.drsformer.macro;

import java.util.concurrent.CancellationException;

import org.drsformer.Progress;

import ij.IJ;

/** Shows progress in the status bar of ImageJ, if there is a display. The Escape key cancels the work. */
class StatusProgress implements Progress, AutoCloseable {

	StatusProgress(final String status) {
		IJ.resetEscape();
		IJ.showStatus(status);
	}

	@Override
	public void update(final double fraction) {
		if (IJ.escapePressed())
			throw new CancellationException("Escape was pressed");
		// at 1 ImageJ removes the bar
		IJ.showProgress(Math.min(fraction, 0.999));
	}

	@Override
	public void close() {
		IJ.showProgress(1.0);
		IJ.showStatus("");
	}
}
