package org.drsformer.command.window;

import java.awt.GraphicsEnvironment;

import org.drsformer.Progress;
import org.drsformer.engine.DownloadListener;

import ij.IJ;

/** Asks in a dialog whether to download, if there is a window and no macro runs. */
public final class DownloadDialog implements DownloadListener {

	private final Progress progress;

	/**
	 * @param progress of the command that needs the download; cancels it, while ImageJ's status line shows how far it
	 *        is
	 */
	public DownloadDialog(final Progress progress) {
		this.progress = progress;
	}

	@Override
	public boolean mayDownload(final String what) {
		if (GraphicsEnvironment.isHeadless() || IJ.getInstance() == null || IJ.isMacro())
			return DownloadListener.LOGGING.mayDownload(what);
		return IJ.showMessageWithCancel("DRSformer", what + "\n \nOK downloads it; Cancel leaves everything as it is.");
	}

	@Override
	public Progress progress() {
		return fraction -> {
			progress.update(0);
			IJ.showStatus("Downloading PyTorch: " + Math.round(100 * fraction) + " %");
		};
	}
}
