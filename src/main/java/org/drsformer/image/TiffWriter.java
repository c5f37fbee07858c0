package org.drsformer.image;

import java.io.IOException;
import java.io.OutputStream;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.io.TiffEncoder;

/**
 * Writes an image as ImageJ writes its TIFF files, with everything that ImageJ knows of it. ImageJ's own way to a file
 * shows its failures in dialogs; this one throws them.
 */
final class TiffWriter {

	private final ImagePlus image;

	TiffWriter(final ImagePlus image) {
		this.image = image;
	}

	void write(final OutputStream out) throws IOException {
		new TiffEncoder(info()).write(out);
	}

	private FileInfo info() {
		final FileSaver saver = new FileSaver(image);
		final FileInfo info = image.getFileInfo();
		info.description = saver.getDescriptionString();
		info.info = image.getInfoProperty();
		info.properties = image.getPropertiesAsArray();
		info.sliceLabels = sliceLabels();
		info.roi = RoiEncoder.saveAsByteArray(image.getRoi());
		info.overlay = FileSaver.getOverlay(image);
		if (image instanceof CompositeImage && image.isComposite())
			saver.saveDisplayRangesAndLuts(image, info);
		if (image.getStack().isVirtual() && image.getStackSize() > 1)
			info.virtualStack = (VirtualStack) image.getStack();
		return info;
	}

	private String[] sliceLabels() {
		final String[] labels = new String[image.getStackSize()];
		for (int i = 0; i < labels.length; i++)
			labels[i] = image.getStack().getSliceLabel(i + 1);
		return labels;
	}
}
