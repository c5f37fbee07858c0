package org.drsformer.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Function;

import org.drsformer.DrsformerException;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.Opener;
import ij.io.TiffDecoder;
import ij.process.ColorProcessor;
import ij.util.Tools;

/**
 * Reads TIFF files with ImageJ's opener, which believes whatever a file claims and shows its failures in dialogs; so the
 * file is looked over first.
 */
final class TiffReader {

	private TiffReader() {
		// static functions only
	}

	/** All planes, upright. */
	static ImagePlus read(final Path file) throws IOException {
		final Orientation orientation = TiffDirectories.check(file);
		final TiffPages pages = new TiffPages(decode(file), file);
		pages.check();
		return orientation.upright(read(file, pages));
	}

	private static ImagePlus read(final Path file, final TiffPages pages) throws IOException {
		pages.checkWhole();
		final String name = file.getFileName().toString();
		final ImagePlus image = silently(opener -> opener.openTiff(folder(file), name));
		if (image == null || image.getStackSize() < pages.count())
			throw unusual(file);
		image.setTitle(name);
		return image;
	}

	/** Many planes as a virtual stack; a single one, or three of 48 bits, as they are. */
	static ImagePlus open(final Path file, final PixelLimit limit) throws IOException {
		final Orientation orientation = TiffDirectories.check(file);
		final FileInfo[] infos = decode(file);
		final TiffPages pages = new TiffPages(infos, file);
		limit.check(file, infos[0].width, infos[0].height, pages.count());
		pages.check();
		if (pages.count() == 1 || !pages.areSimple())
			return orientation.upright(read(file, pages));
		DeflatedStrips.check(infos[0], file);
		final ImagePlus first = silently(opener -> new FileOpener(pages.page(0)).openImage());
		if (first == null)
			throw unusual(file);
		return orientation.upright(virtual(new TiffStack(pages, first.getProcessor(), file), first, infos[0]));
	}

	private static FileInfo[] decode(final Path file) throws IOException {
		final FileInfo[] infos = new TiffDecoder(folder(file), file.getFileName().toString()).getTiffInfo();
		if (infos == null)
			throw new IOException("it has no image");
		return infos;
	}

	private static String folder(final Path file) {
		return file.toAbsolutePath().getParent() + "/";
	}

	private static DrsformerException unusual(final Path file) {
		return new DrsformerException("The image " + file + " is damaged, or a kind of TIFF that ImageJ cannot open.");
	}

	/**
	 * What ImageJ does when it opens a stack at once: {@code FileOpener.setCalibration} and {@code Opener.makeComposite}.
	 *
	 * @param first the first plane, with everything that belongs to the whole image
	 */
	private static ImagePlus virtual(final TiffStack stack, final ImagePlus first, final FileInfo info) {
		if (info.sliceLabels != null)
			for (int i = 1; i <= Math.min(stack.getSize(), info.sliceLabels.length); i++)
				stack.setSliceLabel(info.sliceLabels[i - 1], i);
		final ImagePlus image = new ImagePlus(first.getTitle(), stack);
		image.setFileInfo(info);
		image.setCalibration(first.getCalibration());
		image.setProperty("Info", info.info);
		image.setProperties(info.properties);
		image.setOverlay(first.getOverlay());
		image.setRoi(first.getRoi());
		if (first.getType() == ImagePlus.COLOR_256)
			image.setTypeToColor256();
		if (!(first.getProcessor() instanceof ColorProcessor))
			image.getProcessor().setMinAndMax(first.getProcessor().getMin(), first.getProcessor().getMax());
		return arranged(image, new FileOpener(info).decodeDescriptionString(info), info.description);
	}

	private static ImagePlus arranged(final ImagePlus image, final Properties description, final String text) {
		if (description == null)
			return image;
		final int channels = count(description, "channels");
		final int slices = count(description, "slices");
		final int frames = count(description, "frames");
		if ((long) channels * slices * frames != image.getStackSize())
			return image;
		image.setDimensions(channels, slices, frames);
		image.setOpenAsHyperStack(Boolean.parseBoolean(description.getProperty("hyperstack")));
		final boolean composite = image.getOpenAsHyperStack() || text.contains("mode=");
		return channels > 1 && composite && image.getType() != ImagePlus.COLOR_RGB ? new CompositeImage(image, mode(text))
			: image;
	}

	private static int mode(final String description) {
		if (description.contains("mode=composite"))
			return CompositeImage.COMPOSITE;
		return description.contains("mode=gray") ? CompositeImage.GRAYSCALE : CompositeImage.COLOR;
	}

	/** 1 if it is not told. */
	private static int count(final Properties description, final String name) {
		final double value = Tools.parseDouble(description.getProperty(name), 1);
		return value >= 1 && value <= Integer.MAX_VALUE ? (int) value : 1;
	}

	/** One at a time: what keeps ImageJ silent holds for all of its openers. */
	private static synchronized ImagePlus silently(final Function<Opener, ImagePlus> open) {
		// ImageJ would ask in a dialog which calibration to take
		if (ImagePlus.getStaticGlobalCalibration() != null)
			FileOpener.setShowConflictMessage(false);
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		try {
			return open.apply(opener);
		}
		finally {
			opener.setSilentMode(false);
		}
	}
}
