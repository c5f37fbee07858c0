package org.drsformer.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.metric.luma.Luma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Compares with the authors' own MATLAB scripts, run in Octave: cases_octave.csv and test_images_octave.csv. */
class OctaveGoldenTest {

	private static final double PSNR_TOLERANCE = 1e-9;

	private static final double SSIM_TOLERANCE = 1e-10;

	/** The result of one of the scripts for a case. */
	record Golden(String name, String psnr, String ssim) {

		/** Returns whether the image is below 11 pixels: there one script fails and the other returns -Inf. */
		boolean tooSmall() {
			return ssim.startsWith("error") || ssim.equals("-Inf");
		}
	}

	/** The result of one of the scripts for a test image. */
	record GoldenImage(String name, String rain, String protocol, double psnr, double ssim) {}

	static List<Golden> rain200SpaCases() {
		return Fixtures.table("cases_octave.csv").map(cells -> new Golden(cells[0], cells[1], cells[2])).toList();
	}

	static List<Golden> didDdnCases() {
		return Fixtures.table("cases_octave.csv").map(cells -> new Golden(cells[0], cells[3], cells[4])).toList();
	}

	static List<GoldenImage> testImages() {
		return Fixtures.table("test_images_octave.csv")
			.map(cells -> new GoldenImage(cells[0], cells[1], cells[2].replace('_', '-'), Double.parseDouble(cells[3]),
				Double.parseDouble(cells[4])))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("rain200SpaCases")
	void rain200Spa(final Golden golden) {
		// the script scores 16 bit against 255, which must be stated here
		final boolean wide = golden.name.contains("16");
		check(wide ? Protocol.rain200Spa().withDataRange(255) : Protocol.rain200Spa(), golden);
	}

	@ParameterizedTest
	@MethodSource("didDdnCases")
	void didDdn(final Golden golden) {
		check(Protocol.didDdn(), golden);
	}

	@ParameterizedTest
	@MethodSource("testImages")
	void testImage(final GoldenImage golden) {
		final Score score = Protocol.byName(golden.protocol)
			.score(Fixtures.testImage(golden.rain, golden.name), Fixtures.testImage("clean", golden.name));
		assertEquals(golden.psnr, score.psnr(), PSNR_TOLERANCE);
		assertEquals(golden.ssim, score.ssim(), SSIM_TOLERANCE);
	}

	private static void check(final Protocol protocol, final Golden golden) {
		final RandomAccessibleInterval<?> result = Fixtures.result(golden.name);
		final RandomAccessibleInterval<?> target = Fixtures.target(golden.name);
		if (golden.tooSmall()) {
			assertThrows(DrsformerException.class, () -> protocol.score(result, target));
			return;
		}
		final Score score = protocol.score(result, target, Fixtures.channelAxis(result));
		assertEquals(number(golden.psnr), score.psnr(), PSNR_TOLERANCE);
		assertEquals(number(golden.ssim), score.ssim(), SSIM_TOLERANCE);
	}

	/** The protocols refuse images that are smaller than the window; their parts still have the scripts' PSNR. */
	@Test
	void psnrOfSmallImages() {
		for (final Golden golden : rain200SpaCases())
			if (golden.tooSmall())
				assertEquals(number(golden.psnr), roundedPsnr(golden.name), PSNR_TOLERANCE, golden.name);
		for (final Golden golden : didDdnCases())
			if (golden.tooSmall())
				assertEquals(number(golden.psnr), exactPsnr(golden.name), PSNR_TOLERANCE, golden.name);
	}

	private static double roundedPsnr(final String name) {
		return Fixtures.result(name).getType() instanceof ARGBType
			? Psnr.of(Luma.rounded(color(Fixtures.result(name))), Luma.rounded(color(Fixtures.target(name))))
			: Psnr.of(gray(Fixtures.result(name)), gray(Fixtures.target(name)));
	}

	private static double exactPsnr(final String name) {
		return Fixtures.result(name).getType() instanceof ARGBType
			? Psnr.of(Luma.exact(color(Fixtures.result(name))), Luma.exact(color(Fixtures.target(name))), 1)
			: Psnr.of(gray(Fixtures.result(name)), gray(Fixtures.target(name)));
	}

	@SuppressWarnings("unchecked")
	private static RandomAccessibleInterval<ARGBType> color(final RandomAccessibleInterval<?> image) {
		return (RandomAccessibleInterval<ARGBType>) image;
	}

	@SuppressWarnings("unchecked")
	private static RandomAccessibleInterval<UnsignedByteType> gray(final RandomAccessibleInterval<?> image) {
		return (RandomAccessibleInterval<UnsignedByteType>) image;
	}

	private static double number(final String text) {
		return text.equals("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
	}
}
