package org.drsformer.evaluate.imageplus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.Random;

import javax.imageio.ImageIO;

import org.drsformer.Progress;
import org.drsformer.metric.Protocol;
import org.drsformer.metric.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.io.Opener;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** Tests that images are scored as they are seen through their lookup tables. */
class LookTest {

	private static final Path FILES = Path.of("src/test/resources/look");
	private static final int SIZE = 24;

	private static Score score(final ImagePlus result, final ImagePlus target, final Protocol protocol) {
		return ImagePlusScore.of(result, target, protocol, Progress.NONE);
	}

	/** Compares with the colours that Java's own reader finds, and with others. */
	@ParameterizedTest
	@ValueSource(strings = { "palette.png", "palette.gif", "palette.tif" })
	void palettes(final String file) throws IOException {
		final ColorProcessor colors = new ColorProcessor(ImageIO.read(FILES.resolve("palette.png").toFile()));
		final ImageProcessor other = colors.duplicate();
		other.smooth();
		final ImagePlus image = new Opener().openImage(FILES.resolve(file).toString());
		assertEquals(Double.POSITIVE_INFINITY, score(image, new ImagePlus("", colors), Protocol.rain200Spa()).psnr());
		final Score expected = score(new ImagePlus("", colors), new ImagePlus("", other), Protocol.rain200Spa());
		assertEquals(expected, score(image, new ImagePlus("", other), Protocol.rain200Spa()));
	}

	private static ImageProcessor plane(final int bits, final int seed) {
		final ImageProcessor plane = bits == 8 ? new ByteProcessor(SIZE, SIZE)
			: bits == 16 ? new ShortProcessor(SIZE, SIZE) : new FloatProcessor(SIZE, SIZE);
		final Random random = new Random(seed);
		for (int i = 0; i < SIZE * SIZE; i++)
			plane.setf(i, random.nextInt(200));
		return plane;
	}

	private static ImagePlus negative(final ImageProcessor positive, final float white) {
		final ImageProcessor negative = positive.duplicate();
		for (int i = 0; i < positive.getPixelCount(); i++)
			negative.setf(i, white - positive.getf(i));
		negative.invertLut();
		return new ImagePlus("negative", negative);
	}

	/** One of the images, or both, are negatives: 16 bits by the range of their type, or by a stated range. */
	@ParameterizedTest
	@CsvSource({ "8,255,0", "16,65535,0", "16,4095,4095", "32,1000,1000" })
	void invertedTables(final int bits, final float white, final double range) {
		final Protocol protocol = range == 0 ? Protocol.scientific() : Protocol.scientific().withDataRange(range);
		final ImagePlus result = new ImagePlus("result", plane(bits, 1));
		final ImagePlus target = new ImagePlus("target", plane(bits, 2));
		final Score expected = score(result, target, protocol);
		final ImagePlus resultNegative = negative(plane(bits, 1), white);
		final ImagePlus targetNegative = negative(plane(bits, 2), white);
		assertTrue(resultNegative.isInvertedLut());
		assertEquals(expected, score(resultNegative, target, protocol));
		assertEquals(expected, score(result, targetNegative, protocol));
		assertEquals(expected, score(resultNegative, targetNegative, protocol));
		assertEquals(Double.POSITIVE_INFINITY, score(resultNegative, result, protocol).psnr());
	}

	@Test
	void maps() {
		final ImagePlus result = negative(plane(8, 1), 255);
		final ImagePlus target = new ImagePlus("target", plane(8, 2));
		final ImagePlus expected = new ComparisonMaps(new ImagePlus("result", plane(8, 1)), target,
			OptionalDouble.empty()).error(Progress.NONE);
		final ImagePlus actual = new ComparisonMaps(result, target, OptionalDouble.empty()).error(Progress.NONE);
		for (int i = 0; i < SIZE * SIZE; i++)
			assertEquals(expected.getProcessor().getf(i), actual.getProcessor().getf(i));
	}

	/** Alpha is a fourth channel in ImageJ and is not compared. */
	@Test
	void alphaOfSixteenBits() {
		final ImagePlus image = new Opener().openImage(FILES.resolve("rgba16.tif").toString());
		final ImagePlus other = new CompositeImage(image.duplicate(), CompositeImage.COMPOSITE);
		other.getStack().setSliceLabel("Gray", 4);
		other.getStack().getProcessor(4).add(1000);
		final Score score = score(image, other, Protocol.scientific().withDataRange(65535));
		assertEquals(1, score.planes().size());
		assertEquals(Double.POSITIVE_INFINITY, score.psnr());
		final ImagePlus map = new ComparisonMaps(image, other, OptionalDouble.empty()).error(Progress.NONE);
		assertEquals(3, map.getNChannels());
	}
}
