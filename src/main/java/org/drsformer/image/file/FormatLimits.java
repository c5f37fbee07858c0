package org.drsformer.image.file;

import java.nio.file.Path;

import org.drsformer.DrsformerException;
import org.drsformer.image.DeepColor;
import org.drsformer.image.Look;
import org.drsformer.image.file.content.ImageFormat;

import ij.ImagePlus;

/** What the file formats can hold of an image. */
final class FormatLimits {

	private static final String WRITTEN = "PNG, JPEG, TIFF, BMP or AVI";

	private FormatLimits() {
		// static functions only
	}

	/** Returns whether a format holds everything of an image. */
	static boolean isKeptBy(final ImageFormat format, final ImagePlus image) {
		return tooMuch(image, format) == null;
	}

	/**
	 * Checks that a file of this name can hold an image like this one.
	 *
	 * @throws DrsformerException if it cannot; names a format that can
	 */
	static void check(final ImagePlus image, final Path file) {
		final ImageFormat format = ImageFormat.ofName(file);
		if (format == null || !format.isWritten())
			throw new DrsformerException(
				"The image cannot be written to " + file + "; use the file name ending of " + WRITTEN + ".");
		final String what = tooMuch(image, format);
		if (what != null)
			throw new DrsformerException("A file like " + file + " cannot hold " + what + "; write to a .tif file.");
	}

	/** Returns what a format cannot hold of an image, for a sentence; null if it holds everything. */
	private static String tooMuch(final ImagePlus image, final ImageFormat format) {
		if (format == ImageFormat.TIFF)
			return null;
		if (image.getStackSize() > 1 && !format.holdsStacks() && !DeepColor.isRgb48(image)
			&& !DeepColor.isRgba64(image))
			return "a stack";
		if (image.getType() == ImagePlus.GRAY32)
			return "an image of 32 bits";
		if (image.getType() == ImagePlus.GRAY16 && format != ImageFormat.PNG)
			return "an image of 16 bits";
		if (image.getType() == ImagePlus.GRAY16 && Look.of(image, 1) == Look.NEGATIVE)
			return "an image of 16 bits with an inverted lookup table";
		return format == ImageFormat.AVI && image.getNChannels() > 1 ? "an image of several channels" : null;
	}
}
