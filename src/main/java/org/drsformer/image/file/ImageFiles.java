package org.drsformer.image.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.DrsformerException;
import org.drsformer.SmallHeap;
import org.drsformer.image.file.avi.AviReader;
import org.drsformer.image.file.avi.AviWriter;
import org.drsformer.image.file.content.FailureReason;
import org.drsformer.image.file.content.ImageFormat;
import org.drsformer.image.file.content.PixelLimit;
import org.drsformer.image.file.content.UnreadableKindException;
import org.drsformer.image.file.raster.RasterReader;
import org.drsformer.image.file.raster.RasterWriter;
import org.drsformer.image.file.tiff.TiffReader;
import org.drsformer.image.file.tiff.TiffWriter;
import org.drsformer.io.PathText;
import org.drsformer.io.WholeFile;

import ij.ImagePlus;

/**
 * Reads PNG, JPEG, TIFF, BMP, AVI, GIF, WebP and PNM files (PBM, PGM, PPM); writes the first five. Never opens a window
 * or a dialog, whatever is wrong with a file, and needs no display.
 */
public final class ImageFiles {

	private static final String ALL_BUT_TWO = "PNG, JPEG, TIFF, BMP, GIF, WebP";

	/** The formats of single images that are read, for messages. */
	public static final String STILLS = ALL_BUT_TWO + " and PNM";

	/** The formats that are read, for messages. */
	public static final String KINDS = ALL_BUT_TWO + ", PNM and AVI";

	private static final String READ = ALL_BUT_TWO + ", PNM or AVI";

	private ImageFiles() {
		// static functions only
	}

	/** Returns whether a file name ends like that of an image that can be read. */
	public static boolean isImageName(final Path file) {
		return ImageFormat.ofName(file) != null;
	}

	/**
	 * Returns the file name of the result for an input. It is the same name, but a JPEG image becomes a PNG image
	 * because writing JPEG again would damage it; GIF, WebP and PNM images become PNG images because these formats are
	 * not written.
	 */
	public static String outputName(final Path input) {
		final String name = input.getFileName().toString();
		final ImageFormat format = ImageFormat.ofName(input);
		return format == null || format.isKept() ? name : name.substring(0, name.lastIndexOf('.')) + ".png";
	}

	/**
	 * Returns the ending of a file name whose format holds everything of an image: {@code .png} if PNG does, else
	 * {@code .tif}.
	 */
	public static String losslessEnding(final ImagePlus image) {
		return FormatLimits.isKeptBy(ImageFormat.PNG, image) ? ".png" : ".tif";
	}

	/**
	 * Reads an image. The content of the file decides on its format, not its name. Alpha is left out, and palettes
	 * become colours. A colour profile is not applied, but kept with the image. Images of 48 bits become three slices
	 * of 16 bits, as in ImageJ.
	 *
	 * @return an image with the name of the file; the type is 8 bit, 16 bit, 32 bit or RGB, or 8-bit colour for a TIFF
	 *         file of ImageJ that says so; a virtual stack for AVI
	 * @throws DrsformerException with one sentence if the file is missing, not such an image, damaged, or too large
	 */
	public static ImagePlus read(final Path file) {
		return read(file, PixelLimit.NONE, TiffReader::read);
	}

	/**
	 * Opens an image as {@link #read(Path)} does, but an image with many planes becomes a virtual stack: a plane is
	 * read from the file whenever it is asked for, and not kept.
	 */
	public static ImagePlus open(final Path file) {
		return open(file, PixelLimit.NONE);
	}

	/**
	 * Opens an image as {@link #open(Path)} does, but refuses an image above a limit before memory is used for it.
	 */
	public static ImagePlus open(final Path file, final PixelLimit limit) {
		return read(file, limit, tiff -> TiffReader.open(tiff, limit));
	}

	@FunctionalInterface
	private interface Reader {

		ImagePlus read(Path file) throws IOException;
	}

	private static ImagePlus read(final Path file, final PixelLimit limit, final Reader tiffs) {
		try {
			final ImageFormat format = format(file);
			return switch (format) {
				case TIFF -> tiffs.read(file);
				case AVI -> AviReader.open(file, limit);
				default -> RasterReader.read(file, format, limit);
			};
		}
		catch (final UnreadableKindException kind) {
			throw new DrsformerException("The image " + file + " cannot be read: " + kind.getMessage() + ".", kind);
		}
		catch (final DrsformerException failure) {
			throw failure;
		}
		catch (final IOException | RuntimeException failure) {
			if (SmallHeap.caused(failure))
				throw tooLarge(file, failure);
			throw new DrsformerException("The image " + file + " cannot be read: it is damaged, or not a " + READ +
				" file of a supported kind (" + FailureReason.of(failure) + ").", failure);
		}
		catch (final OutOfMemoryError failure) {
			throw tooLarge(file, failure);
		}
	}

	private static DrsformerException tooLarge(final Path file, final Throwable cause) {
		return new DrsformerException(
			"Java does not have enough memory for the image " + file + "; give it more (-Xmx), or crop the image.",
			cause);
	}

	/**
	 * Returns a sentence on what was not read from an image's file and will be missing in its result, such as the sound
	 * of a video; null if everything was read.
	 */
	public static String leftOut(final ImagePlus image) {
		return (String) image.getProperty(AviReader.LEFT_OUT);
	}

	private static ImageFormat format(final Path file) throws IOException {
		PathText.check(file);
		if (Files.isSymbolicLink(file) && !Files.exists(file))
			throw new DrsformerException(
				"The file " + file + " is a link to a file that does not exist; correct or remove the link.");
		if (!Files.exists(file))
			throw new DrsformerException("There is no file " + file + ".");
		if (!Files.isRegularFile(file))
			throw new DrsformerException(file + " is not a file; name an image file.");
		if (!Files.isReadable(file))
			throw new DrsformerException("The image " + file + " cannot be read; check its permissions.");
		if (Files.size(file) == 0)
			throw new DrsformerException("The image " + file + " is empty.");
		final ImageFormat format = ImageFormat.ofContent(file);
		if (format == null)
			throw new DrsformerException(
				file + " is not an image that can be read: its content is not that of a " + READ + " file.");
		return format;
	}

	/**
	 * Writes an image in the format that the ending of the file name stands for. The image is written to another name
	 * in the same folder, which is renamed when it is complete: an existing file is replaced completely or not at all.
	 * The slices of a virtual stack are asked for one after the other.
	 *
	 * @throws DrsformerException with one sentence if the format cannot hold the image, or the file cannot be written
	 */
	public static void write(final ImagePlus image, final Path file) {
		checkHolds(image, file);
		if (ImageFormat.ofName(file) == ImageFormat.TIFF)
			new TiffWriter(image).save(file);
		else if (ImageFormat.ofName(file) == ImageFormat.AVI)
			WholeFile.write(file, new AviWriter(image, image.getStack())::write);
		else
			WholeFile.write(file, content(image, file));
	}

	/** Returns the content of a file that is not a video. */
	static WholeFile.Content content(final ImagePlus image, final Path file) {
		final ImageFormat format = ImageFormat.ofName(file);
		return format == ImageFormat.TIFF ? new TiffWriter(image)::write : new RasterWriter(image, format)::write;
	}

	/**
	 * Checks that a file of this name can hold an image like this one.
	 *
	 * @throws DrsformerException if it cannot; names a format that can
	 */
	public static void checkHolds(final ImagePlus image, final Path file) {
		FormatLimits.check(image, file);
	}
}
