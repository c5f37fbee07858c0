package org.drsformer.image.file.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.content.PixelLimit;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

/** Reads TIFF and BigTIFF files. */
public final class TiffReader {

	private TiffReader() {
		// static functions only
	}

	/**
	 * Reads all planes of a file, upright.
	 *
	 * @throws IOException that says what is wrong
	 */
	public static ImagePlus read(final Path file) throws IOException {
		return read(file, PixelLimit.NONE, false);
	}

	/**
	 * Opens a file; many pages become a virtual stack.
	 *
	 * @throws IOException that says what is wrong
	 * @throws DrsformerException if the image is above the limit
	 */
	public static ImagePlus open(final Path file, final PixelLimit limit) throws IOException {
		return read(file, limit, true);
	}

	private static ImagePlus read(final Path file, final PixelLimit limit, final boolean virtual) throws IOException {
		try (TiffFile tiff = new TiffFile(file)) {
			final long[] directories = tiff.directories();
			final TiffDirectory first = tiff.directory(directories[0]);
			final boolean byImageJ = TiffMetadata.isByImageJ(first);
			final TiffKind kind = TiffKind.of(first, byImageJ);
			limit.check(file, kind.width(), kind.height(), directories.length);
			final TiffMetadata metadata = TiffMetadata.of(first, kind, tiff.order());
			final TiffPages pages = new TiffPages(tiff, file, directories, byImageJ, metadata.images());
			limit.check(file, kind.width(), kind.height(), pages.count());
			final TiffImage image = new TiffImage(pages, metadata);
			final ImagePlus read = image.of(stack(pages, image, virtual), file);
			TiffProfile.of(first).giveTo(read);
			return kind.orientation().upright(read);
		}
	}

	private static ImageStack stack(final TiffPages pages, final TiffImage image, final boolean virtual)
		throws IOException
	{
		if (virtual && pages.count() > 1)
			return new TiffStack(pages, image.order(), image.slices());
		if (pages.bytes() > Runtime.getRuntime().maxMemory())
			throw new DrsformerException("Java does not have enough memory for the " + image.slices() + " planes of " +
				pages.file() + "; give it more (-Xmx), or split the stack.");
		final ImageProcessor[] slices = new ImageProcessor[image.slices()];
		for (int page = 0; page < pages.count(); page++) {
			final List<ImageProcessor> own = pages.slices(page);
			for (int i = 0; i < own.size(); i++)
				slices[page * own.size() + i] = own.get(i);
		}
		final ImageStack stack = new ImageStack(slices[0].getWidth(), slices[0].getHeight());
		final IntUnaryOperator order = image.order();
		for (int i = 0; i < slices.length; i++)
			stack.addSlice(slices[order.applyAsInt(i)]);
		return stack;
	}
}
