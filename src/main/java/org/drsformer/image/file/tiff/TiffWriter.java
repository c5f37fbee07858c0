package org.drsformer.image.file.tiff;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.image.ColorProfile;
import org.drsformer.io.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.io.TiffEncoder;

/**
 * Writes an image as ImageJ writes its TIFF files, with everything that ImageJ knows of it. ImageJ's own writer shows
 * its failures in dialogs; this one throws them.
 */
public final class TiffWriter {

	private static final Logger LOG = LoggerFactory.getLogger(TiffWriter.class);

	/** The largest place in a TIFF file. */
	private static final long MOST_BYTES = 0xffffffffL;

	private final ImagePlus image;
	private final ImageStack planes;

	/** Prepares the writing of an image. */
	public TiffWriter(final ImagePlus image) {
		this(image, image.getStack());
	}

	/**
	 * Prepares the writing of other pixels.
	 *
	 * @param image has everything but the pixels
	 * @param planes as many slices, of the same size and type; those of a virtual stack are asked for one after the
	 *        other
	 */
	public TiffWriter(final ImagePlus image, final ImageStack planes) {
		this.image = image;
		this.planes = planes;
	}

	/**
	 * Writes a complete file, with the colour profile of the image.
	 *
	 * @throws org.drsformer.DrsformerException with one sentence if that fails
	 */
	public void save(final Path file) {
		final ColorProfile profile = ColorProfile.of(image);
		if (profile.bytes() == null)
			WholeFile.write(file, this::write);
		else
			WholeFile.make(file, part -> {
				try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
					write(out);
				}
				if (!TiffProfile.add(part, profile.bytes()))
					LOG.warn("The result for {} is larger than 4 GiB and has no room for its colour profile.",
						image.getTitle());
			});
	}

	/** Writes the whole file except for the colour profile. */
	public void write(final OutputStream out) throws IOException {
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
		if (planes.isVirtual())
			virtual(info);
		return info;
	}

	private void virtual(final FileInfo info) {
		if (info.nImages > 1)
			info.virtualStack = (VirtualStack) planes;
		if ((double) info.width * info.height * info.getBytesPerPixel() * info.nImages > MOST_BYTES)
			LOG.warn("The result for {} is larger than 4 GiB: ImageJ and Fiji open all of its planes, most other" +
				" programs only the first.", image.getTitle());
	}

	private String[] sliceLabels() {
		final String[] labels = new String[image.getStackSize()];
		for (int i = 0; i < labels.length; i++)
			labels[i] = image.getStack().getSliceLabel(i + 1);
		return labels;
	}
}
