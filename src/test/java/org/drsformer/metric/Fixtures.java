package org.drsformer.metric;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;

/** The golden values of the authors' scripts, run in Octave and Python: see the README of the fixtures. */
final class Fixtures {

	private static final String FOLDER = "/fixtures/metrics/";

	private Fixtures() {}

	/** Returns the cells of each line of a table without its header. */
	static Stream<String[]> table(final String name) {
		return text(name).lines().skip(1).map(line -> line.split(","));
	}

	static String text(final String name) {
		try (InputStream in = open(name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	static RandomAccessibleInterval<?> result(final String name) {
		return read("cases/" + name + "_a.png");
	}

	static RandomAccessibleInterval<?> target(final String name) {
		return read("cases/" + name + "_b.png");
	}

	/** Returns the channel axis of an image: 16-bit colour has its channels on the third axis. */
	static int channelAxis(final RandomAccessibleInterval<?> image) {
		return image.numDimensions() == 3 ? 2 : Protocol.NO_CHANNEL_AXIS;
	}

	/** One of test-images/clean, or of the first light and heavy rain, which the Octave scripts scored. */
	static RandomAccessibleInterval<?> testImage(final String folder, final String name) {
		try (InputStream in = Files.newInputStream(Path
			.of(folder.equals("clean") ? "test-images" : "src/test/resources/test-images", folder, name + ".png"))) {
			return toImage(ImageIO.read(in));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	private static RandomAccessibleInterval<?> read(final String name) {
		try (InputStream in = open(name)) {
			return toImage(ImageIO.read(in));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	private static InputStream open(final String name) {
		return Fixtures.class.getResourceAsStream(FOLDER + name);
	}

	private static RandomAccessibleInterval<?> toImage(final BufferedImage image) {
		final Raster raster = image.getRaster();
		final int width = raster.getWidth();
		final int height = raster.getHeight();
		final boolean color = raster.getNumBands() == 3;
		if (raster.getSampleModel().getSampleSize(0) == 16)
			return color ? ArrayImgs.unsignedShorts(shorts(raster), width, height, 3)
				: ArrayImgs.unsignedShorts(shorts(raster), width, height);
		return color ? ArrayImgs.argbs(image.getRGB(0, 0, width, height, null, 0, width), width, height)
			: ArrayImgs.unsignedBytes(bytes(raster), width, height);
	}

	/** Returns the samples band by band. */
	private static short[] shorts(final Raster raster) {
		final int pixels = raster.getWidth() * raster.getHeight();
		final short[] values = new short[pixels * raster.getNumBands()];
		for (int i = 0; i < values.length; i++)
			values[i] = (short) sample(raster, i % pixels, i / pixels);
		return values;
	}

	private static byte[] bytes(final Raster raster) {
		final byte[] values = new byte[raster.getWidth() * raster.getHeight()];
		for (int i = 0; i < values.length; i++)
			values[i] = (byte) sample(raster, i, 0);
		return values;
	}

	private static int sample(final Raster raster, final int pixel, final int band) {
		return raster.getSample(pixel % raster.getWidth(), pixel / raster.getWidth(), band);
	}
}
