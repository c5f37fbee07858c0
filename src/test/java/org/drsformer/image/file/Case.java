package org.drsformer.image.file;

import java.nio.file.Path;
import java.util.List;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/**
 * A file that readers often misread, and the right result: the pixel at (4, 12) as independent programs (Pillow,
 * libtiff) see it, or words of the sentence with which it is refused.
 *
 * @param file below src/test/resources/cases
 * @param seen red, green and blue, a gray value, or one value for each channel; empty if the file is refused
 * @param tolerance of the values
 * @param refusal words of the sentence; null if the file is read
 */
public record Case(String file, int width, int height, List<Double> seen, double tolerance, String refusal) {

	private static final int X = 4;
	private static final int Y = 12;
	private static final Path FOLDER = Path.of("src/test/resources/cases");

	/** All cases. */
	public static final List<Case> ALL = List.of( //
		read("images/palette.png", 16, 16, 0, 47, 85, 88), //
		read("images/palette.gif", 16, 16, 0, 47, 85, 88), //
		read("images/palette.tif", 16, 16, 0, 47, 85, 88), //
		read("images/cmyk.jpg", 16, 16, 2, 60, 180, 195), //
		read("images/no_profile.jpg", 16, 16, 0, 60, 180, 196), //
		read("images/wide_profile.jpg", 16, 16, 0, 60, 180, 196), //
		read("images/wide_profile.png", 16, 16, 0, 60, 180, 195), //
		read("images/min_is_white.tif", 45, 33, 0, 60), //
		read("images/float_predictor3.tif", 45, 33, 1e-7, 0.17272727191448212), //
		read("images/rgba8_planar.tif", 45, 33, 0, 60, 195, 92), //
		read("images/rgb16_planar_lzw.tif", 45, 33, 0, 14027, 51508, 4568), //
		read("images/cmyk8_planar.tif", 30, 21, 0, 77, 107, 136), //
		read("images/multispectral5_planar.tif", 30, 21, 0, 77, 103, 131, 162, 187), //
		refused("images/lab.tif", "PhotometricInterpretation (tag 262) is 8 (CIE Lab)"), //
		// as exact as 32-bit numbers
		read("images/uint32.tif", 45, 33, 32, 919287499), //
		read("images/b1_packbits.tif", 30, 21, 0, 0), //
		refused("images/headless-rgb48.tif", "PhotometricInterpretation (tag 262) is 0 with 3 samples"), //
		read("images/jpeg_in_tiff_small.tif", 48, 40, 0, 169, 144, 139), //
		read("images/jpeg_in_tiff_q100.tif", 64, 64, 0, 189), //
		read("images/exif_fill_byte.jpg", 24, 40, 0, 73, 190, 182), //
		refused("images/zeroblock.jpg", "damaged"), //
		refused("images/scans500.jpg", "more scans than"), //
		refused("hang/big-endian.tif", "tag 273"), //
		refused("hang/inflate-endless.tif", "damaged"), //
		refused("hang/stripcount-bit.tif", "tag 277"));

	private static Case read(final String file, final int width, final int height, final double tolerance,
		final double... seen)
	{
		return new Case(file, width, height, java.util.Arrays.stream(seen).boxed().toList(), tolerance, null);
	}

	private static Case refused(final String file, final String words) {
		return new Case(file, 0, 0, List.of(), 0, words);
	}

	/** Returns the path of the file. */
	public Path path() {
		return FOLDER.resolve(file);
	}

	/** Returns whether the file is read, and not refused. */
	public boolean isRead() {
		return refusal == null;
	}

	/** Returns whether an image has the right size and the right values. */
	public boolean isRight(final ImagePlus image) {
		if (image.getWidth() != width || image.getHeight() != height)
			return false;
		final List<Double> values = seen(image);
		for (int i = 0; i < seen.size(); i++)
			if (values.size() != seen.size() || Math.abs(values.get(i) - seen.get(i)) > tolerance)
				return false;
		return true;
	}

	/** Returns what a viewer sees of an image at that pixel, also through an inverted lookup table. */
	static List<Double> seen(final ImagePlus image) {
		final ImageProcessor first = image.getStack().getProcessor(1);
		if (first instanceof ColorProcessor) {
			final int color = first.get(X, Y);
			return List.of((double) (color >> 16 & 0xff), (double) (color >> 8 & 0xff), (double) (color & 0xff));
		}
		return java.util.stream.IntStream.rangeClosed(1, image.getStackSize())
			.mapToObj(i -> gray(image.getStack().getProcessor(i)))
			.toList();
	}

	private static double gray(final ImageProcessor plane) {
		final double white = plane.getBitDepth() == 8 ? 255 : 65535;
		return plane.isInvertedLut() ? white - plane.getf(X, Y) : plane.getf(X, Y);
	}

	@Override
	public String toString() {
		return file;
	}
}
