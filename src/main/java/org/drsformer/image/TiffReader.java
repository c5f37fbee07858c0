package org.drsformer.image;

import java.io.IOException;
import java.nio.file.Path;

import org.drsformer.DrsformerException;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.Opener;
import ij.io.TiffDecoder;

/**
 * Reads TIFF files with ImageJ's opener, which believes whatever a file claims and shows its failures in dialogs; so the
 * file is looked over first.
 */
final class TiffReader {

	private TiffReader() {
		// static functions only
	}

	static ImagePlus read(final Path file) throws IOException {
		TiffDirectories.check(file);
		final Path absolute = file.toAbsolutePath();
		final String folder = absolute.getParent() + "/";
		final String name = absolute.getFileName().toString();
		final FileInfo[] pages = new TiffDecoder(folder, name).getTiffInfo();
		if (pages == null)
			throw new IOException("it has no image");
		final TiffPages checked = new TiffPages(pages, file);
		checked.check();
		final ImagePlus image = open(folder, name);
		if (image == null || image.getStackSize() < checked.count())
			throw new DrsformerException("The image " + file + " is damaged, or a kind of TIFF that ImageJ cannot open.");
		image.setTitle(name);
		return image;
	}

	/** One at a time: what keeps ImageJ silent holds for all of its openers. */
	private static synchronized ImagePlus open(final String folder, final String name) {
		// ImageJ would ask in a dialog which calibration to take
		if (ImagePlus.getStaticGlobalCalibration() != null)
			FileOpener.setShowConflictMessage(false);
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		try {
			return opener.openTiff(folder, name);
		}
		finally {
			opener.setSilentMode(false);
		}
	}
}
