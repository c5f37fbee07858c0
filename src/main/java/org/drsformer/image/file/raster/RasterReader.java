package org.drsformer.image.file.raster;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageReader;

import org.drsformer.DrsformerException;
import org.drsformer.image.ColorProfile;
import org.drsformer.image.file.content.FileBytes;
import org.drsformer.image.file.content.ImageFormat;
import org.drsformer.image.file.content.JavaReaders;
import org.drsformer.image.file.content.Orientation;
import org.drsformer.image.file.content.PiecedStream;
import org.drsformer.image.file.content.PixelLimit;
import org.drsformer.image.file.content.SampleBand;
import org.drsformer.image.file.content.SampleColors;
import org.drsformer.image.file.content.SizeCheck;
import org.drsformer.image.file.jpeg.JpegData;
import org.drsformer.image.file.jpeg.JpegDecoding;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import ij.ImagePlus;

/** Reads files of one image: PNG, JPEG, BMP, GIF, WebP and PNM. */
public final class RasterReader {

	/** The most pixels, of one bit each, that PNG can store in a byte. */
	private static final long MOST_PIXELS_PER_BYTE = 8 * 1032;

	/** The most pixels that JPEG can store in a byte: each 8 x 8 pixels need at least one bit for their mean. */
	private static final long MOST_JPEG_PIXELS_PER_BYTE = 8 * 64;

	/** The most pixels that GIF can store in a byte: strings of LZW have at most 4096 pixels for twelve bits. */
	private static final long MOST_GIF_PIXELS_PER_BYTE = 2731;

	/** In WebP, a plain colour needs no bits at all. */
	private static final long MANY_WEBP_PIXELS = 1 << 16;
	private static final long FEW_WEBP_PIXELS = 1 << 24;

	private static final int PNG_SIZE_PLACE = 16;

	private final Path file;
	private final PixelLimit limit;
	private final String title;

	private RasterReader(final Path file, final PixelLimit limit) {
		this.file = file;
		this.limit = limit;
		title = file.getFileName().toString();
	}

	/**
	 * Reads a file.
	 *
	 * @throws IOException that says what is wrong
	 * @throws DrsformerException if the image is above the limit, or impossibly large
	 */
	public static ImagePlus read(final Path file, final ImageFormat format, final PixelLimit limit) throws IOException {
		final RasterReader reader = new RasterReader(file, limit);
		return switch (format) {
			case PNG -> reader.png();
			case JPEG -> reader.jpeg();
			case WEBP -> reader.webp();
			case GIF -> reader.gif();
			case PNM -> RasterImages.toImagePlus(PnmReader.read(file, limit), reader.title);
			default -> reader.bmp();
		};
	}

	private ImagePlus png() throws IOException {
		try (PiecedStream samples = new PiecedStream()) {
			final FileChannel channel = samples.open(file);
			checkPng(channel);
			final PngData data = new PngData(channel, samples);
			final ImagePlus image = RasterImages
				.toImagePlus(decode(JavaReaders.of("png"), samples, MOST_PIXELS_PER_BYTE), title);
			return upright(image, data.exif(), data.profile());
		}
	}

	/** Checks the size, which is in the first chunk. */
	private void checkPng(final FileChannel channel) throws IOException {
		final ByteBuffer size = new FileBytes(channel, ByteOrder.BIG_ENDIAN).read(PNG_SIZE_PLACE, 2 * Integer.BYTES);
		check(Math.max(0, size.getInt(0)), Math.max(0, size.getInt(Integer.BYTES)), MOST_PIXELS_PER_BYTE);
	}

	private ImagePlus webp() throws IOException {
		try (PiecedStream samples = new PiecedStream()) {
			final WebpData data = new WebpData(samples.open(file), samples);
			final ImageReader reader = new WebPImageReaderSpi().createReaderInstance();
			final ImagePlus image = RasterImages.toImagePlus(
				decode(reader, samples.trusted(), Math.max(MANY_WEBP_PIXELS, FEW_WEBP_PIXELS / Files.size(file))),
				title);
			return upright(image, data.exif(), data.profile());
		}
	}

	private ImagePlus bmp() throws IOException {
		try (PiecedStream samples = new PiecedStream()) {
			final FileChannel channel = samples.open(file);
			samples.add(channel, 0, channel.size());
			return RasterImages.toImagePlus(decode(JavaReaders.of("bmp"), samples, MOST_PIXELS_PER_BYTE), title);
		}
	}

	private ImagePlus gif() throws IOException {
		try (PiecedStream samples = new PiecedStream()) {
			final FileChannel channel = samples.open(file);
			samples.add(channel, 0, channel.size());
			GifCheck.check(channel);
			return RasterImages.toImagePlus(decode(JavaReaders.of("gif"), samples, MOST_GIF_PIXELS_PER_BYTE), title);
		}
	}

	private BufferedImage decode(final ImageReader reader, final PiecedStream samples, final long mostPixelsPerByte)
		throws IOException
	{
		try {
			reader.setInput(samples, false, true);
			check(reader.getWidth(0), reader.getHeight(0), mostPixelsPerByte);
			return reader.read(0);
		}
		finally {
			reader.dispose();
		}
	}

	private void check(final int width, final int height, final long mostPixelsPerByte) throws IOException {
		limit.check(file, width, height, 1);
		SizeCheck.check(file, width, height, mostPixelsPerByte);
	}

	private ImagePlus jpeg() throws IOException {
		if (Files.size(file) > Integer.MAX_VALUE - Byte.SIZE)
			throw new DrsformerException("The image " + file + " is too large: a JPEG file of over 2 GB.");
		final JpegData data = new JpegData(Files.readAllBytes(file));
		data.checkFrame();
		check(data.width(), data.height(), MOST_JPEG_PIXELS_PER_BYTE);
		final JpegDecoding.Colors colors = JpegDecoding.colorsOf(data.checked());
		final Raster raster = new JpegDecoding(data, List.of(), colors).raster();
		final ImagePlus image = raster.getNumBands() == 4
			? new ImagePlus(title, SampleColors.inks(SampleBand.all(raster), Byte.SIZE, true).get(0))
			: RasterImages.toImagePlus(raster, title);
		return upright(image, data.exif(), new ColorProfile(data.profile()));
	}

	private static ImagePlus upright(final ImagePlus image, final byte[] exif, final ColorProfile profile) {
		profile.giveTo(image);
		return Orientation.of(exif).upright(image);
	}
}
