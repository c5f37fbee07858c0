package org.drsformer.image.file.raster;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

import org.drsformer.DrsformerException;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;

/**
 * Converts Java's images to ImageJ's. The samples stay as they are in the file, without colour profiles and alpha, as
 * in the deraining literature; Java's own conversions would also change gray values.
 */
final class RasterImages {

	private static final int OPAQUE = 0xff000000;
	private static final int BYTE = 0xff;

	private RasterImages() {
		// static functions only
	}

	/** Returns the image of a picture, a palette as its colours or grays. */
	static ImagePlus toImagePlus(final BufferedImage image, final String title) {
		if (image.getColorModel() instanceof final IndexColorModel palette)
			return new ImagePlus(title, isGray(palette) ? grayPalette(image) : color(image));
		if (!(image.getSampleModel() instanceof ComponentSampleModel))
			return new ImagePlus(title, color(image));
		return toImagePlus(image.getRaster(), title);
	}

	/**
	 * Returns the image of samples.
	 *
	 * @param raster gray or RGB, with or without alpha
	 */
	static ImagePlus toImagePlus(final Raster raster, final String title) {
		final boolean gray = raster.getNumBands() < 3;
		return switch (raster.getSampleModel().getDataType()) {
			case DataBuffer.TYPE_BYTE -> new ImagePlus(title, gray ? gray8(raster) : color8(raster));
			case DataBuffer.TYPE_USHORT -> gray ? new ImagePlus(title, band16(raster, 0)) : color16(raster, title);
			default -> throw new DrsformerException("The image " + title + " has samples of an unusual type.");
		};
	}

	private static boolean isGray(final IndexColorModel palette) {
		for (int i = 0; i < palette.getMapSize(); i++)
			if (palette.getRed(i) != palette.getGreen(i) || palette.getGreen(i) != palette.getBlue(i))
				return false;
		return true;
	}

	private static ByteProcessor grayPalette(final BufferedImage image) {
		final int[] colors = ((int[]) color(image).getPixels());
		final byte[] pixels = new byte[colors.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (byte) colors[i];
		return new ByteProcessor(image.getWidth(), image.getHeight(), pixels);
	}

	private static ColorProcessor color(final BufferedImage image) {
		final int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
		for (int i = 0; i < pixels.length; i++)
			pixels[i] |= OPAQUE;
		return new ColorProcessor(image.getWidth(), image.getHeight(), pixels);
	}

	private static ByteProcessor gray8(final Raster raster) {
		final byte[] pixels = new byte[raster.getWidth() * raster.getHeight()];
		byte[] row = null;
		for (int y = 0; y < raster.getHeight(); y++) {
			row = (byte[]) raster.getDataElements(0, y, raster.getWidth(), 1, row);
			for (int x = 0; x < raster.getWidth(); x++)
				pixels[y * raster.getWidth() + x] = row[x * raster.getNumBands()];
		}
		return new ByteProcessor(raster.getWidth(), raster.getHeight(), pixels);
	}

	private static ColorProcessor color8(final Raster raster) {
		final int[] pixels = new int[raster.getWidth() * raster.getHeight()];
		byte[] row = null;
		for (int y = 0; y < raster.getHeight(); y++) {
			row = (byte[]) raster.getDataElements(0, y, raster.getWidth(), 1, row);
			for (int x = 0; x < raster.getWidth(); x++)
				pixels[y * raster.getWidth() + x] = color(row, x * raster.getNumBands());
		}
		return new ColorProcessor(raster.getWidth(), raster.getHeight(), pixels);
	}

	private static int color(final byte[] row, final int red) {
		return OPAQUE | (row[red] & BYTE) << 16 | (row[red + 1] & BYTE) << 8 | row[red + 2] & BYTE;
	}

	private static ShortProcessor band16(final Raster raster, final int band) {
		final short[] pixels = new short[raster.getWidth() * raster.getHeight()];
		short[] row = null;
		for (int y = 0; y < raster.getHeight(); y++) {
			row = (short[]) raster.getDataElements(0, y, raster.getWidth(), 1, row);
			for (int x = 0; x < raster.getWidth(); x++)
				pixels[y * raster.getWidth() + x] = row[x * raster.getNumBands() + band];
		}
		return new ShortProcessor(raster.getWidth(), raster.getHeight(), pixels, null);
	}

	/** ImageJ recognizes such an image by these labels. */
	private static ImagePlus color16(final Raster raster, final String title) {
		final ImageStack stack = new ImageStack(raster.getWidth(), raster.getHeight());
		stack.addSlice("Red", band16(raster, 0));
		stack.addSlice("Green", band16(raster, 1));
		stack.addSlice("Blue", band16(raster, 2));
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(stack.getSize(), 1, 1);
		return new CompositeImage(image, CompositeImage.COMPOSITE);
	}
}
