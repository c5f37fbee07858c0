package org.drsformer.image;

import java.awt.image.ColorModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;

import org.drsformer.DrsformerException;

import ij.io.FileInfo;
import ij.io.ImageReader;
import ij.io.RandomAccessStream;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** The pages of a TIFF file, each read when it is asked for. */
final class TiffStack extends FrameStack {

	private final TiffPages pages;
	private final Path file;
	private final ColorModel colors;

	/**
	 * @param first the first page as ImageJ opens it
	 * @param file for the sentences
	 */
	TiffStack(final TiffPages pages, final ImageProcessor first, final Path file) {
		super(first.getWidth(), first.getHeight(), first.getBitDepth(), Math.toIntExact(pages.count()));
		this.pages = pages;
		this.file = file;
		colors = first.getColorModel();
		setColorModel(colors);
	}

	@Override
	ImageProcessor slice(final int number) {
		try {
			final FileInfo page = pages.page(number - 1);
			DeflatedStrips.check(page, file);
			final Object pixels = read(page);
			if (pixels != null)
				return processor(pixels);
			throw new IOException("its end is missing");
		}
		catch (final IOException | RuntimeException failure) {
			throw new DrsformerException("The image " + file + " is damaged in plane " + number + " (" + ImageFiles.reason(
				failure) + ").", failure);
		}
		catch (final OutOfMemoryError failure) {
			throw new DrsformerException("Java has not enough memory for a plane of the image " + file +
				"; give it more (-Xmx), or crop the image.", failure);
		}
	}

	private Object read(final FileInfo page) throws IOException {
		try (InputStream in = new RandomAccessStream(new RandomAccessFile(file.toFile(), "r"))) {
			return new ImageReader(page).readPixels(in, page.getOffset());
		}
	}

	private ImageProcessor processor(final Object pixels) {
		if (pixels instanceof final byte[] bytes)
			return new ByteProcessor(getWidth(), getHeight(), bytes, colors);
		if (pixels instanceof final short[] shorts)
			return new ShortProcessor(getWidth(), getHeight(), shorts, colors);
		if (pixels instanceof final float[] floats)
			return new FloatProcessor(getWidth(), getHeight(), floats, colors);
		return new ColorProcessor(getWidth(), getHeight(), (int[]) pixels);
	}
}
