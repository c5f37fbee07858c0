package org.drsformer.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

import org.drsformer.DrsformerException;

import ij.ImagePlus;

/**
 * Reads PNG, JPEG and BMP with Java's own readers, as ImageJ does for most of them; but ImageJ shows their failures in
 * dialogs.
 */
final class RasterReader {

	/** No compression of PNG makes an image smaller than this share of itself, at one bit for a pixel. */
	private static final long MOST_PIXELS_PER_BYTE = 8 * 1032;

	/** Each 8 x 8 pixels of JPEG take at least one bit, for their mean. */
	private static final long MOST_JPEG_PIXELS_PER_BYTE = 8 * 64;

	private RasterReader() {
		// static functions only
	}

	static ImagePlus read(final Path file, final ImageFormat format, final PixelLimit limit) throws IOException {
		try (ImageInputStream stream = new FileImageInputStream(file.toFile())) {
			final ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
			try {
				reader.setInput(stream, true, true);
				limit.check(file, reader.getWidth(0), reader.getHeight(0), 1);
				checkSize(reader, file, format);
				// Java reads what there is of a JPEG file, and only warns
				reader.addIIOReadWarningListener((source, warning) -> refuseHalf(warning, file));
				final ImagePlus image = RasterImages.toImagePlus(reader.read(0), file.getFileName().toString());
				return ExifBlocks.orientation(file, format).upright(image);
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static void checkSize(final ImageReader reader, final Path file, final ImageFormat format)
		throws IOException
	{
		final long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
		if (pixels > Frame.MOST_SAMPLES)
			throw new DrsformerException("The image " + file + " is too large: " + reader.getWidth(0) + " x " + reader
				.getHeight(0) + " pixels.");
		if (pixels / (format == ImageFormat.JPEG ? MOST_JPEG_PIXELS_PER_BYTE : MOST_PIXELS_PER_BYTE) > Files.size(file))
			throw new DrsformerException("The image " + file + " is damaged: it claims " + reader.getWidth(0) + " x " + reader
				.getHeight(0) + " pixels, more than can be in so small a file.");
	}

	private static void refuseHalf(final String warning, final Path file) {
		if (warning.toLowerCase(Locale.ROOT).contains("premature end"))
			throw new DrsformerException("The image " + file + " is damaged: its end is missing.");
	}
}
