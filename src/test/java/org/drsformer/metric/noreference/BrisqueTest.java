package org.drsformer.metric.noreference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

import org.drsformer.image.frame.Frames;
import org.drsformer.metric.noreference.GoldenScores.Golden;
import org.drsformer.metric.plane.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares BRISQUE with the authors' release, run in Octave and libsvm. */
class BrisqueTest {

	private static final double TOLERANCE = 1e-9;

	@ParameterizedTest
	@MethodSource("org.drsformer.metric.noreference.GoldenScores#withBrisque")
	void equalsTheRelease(final Golden golden) {
		final double brisque = Brisque.of(golden.read());
		assertEquals(golden.brisque(), brisque, TOLERANCE * Math.max(1, golden.brisque()));
		// the release rounds to 6 decimals in its text files; where pixels are flat, it depends on its filter
		if (golden.strict())
			assertEquals(golden.brisqueRelease(), brisque, 6e-4);
	}

	@ParameterizedTest
	@MethodSource("org.drsformer.metric.noreference.GoldenScores#withBrisque")
	void equalsTheReleaseWithItsTextFiles(final Golden golden) {
		final double[] features = Brisque.features(gray(golden));
		if (golden.strict())
			assertArrayEquals(golden.brisqueFeatures(), features, 1e-11);
		final double score = SupportVectors.RELEASED.predictScaled(rounded(
			SupportVectors.RELEASED.scaled(rounded(features, BrisqueTest::sixDecimals)), BrisqueTest::sixDigits));
		assertEquals(golden.brisqueText(), score, TOLERANCE * Math.max(1, golden.brisqueText()));
		if (golden.strict())
			assertEquals(golden.brisqueRelease(), score, TOLERANCE * Math.max(1, golden.brisqueRelease()));
	}

	private static double[] rounded(final double[] values, final DoubleUnaryOperator rounding) {
		return Arrays.stream(values).map(rounding).toArray();
	}

	/** Rounds as {@code %f} in C. */
	private static double sixDecimals(final double value) {
		return Double.parseDouble(String.format(Locale.ROOT, "%.6f", value));
	}

	/** Rounds as {@code %g} in C. */
	private static double sixDigits(final double value) {
		return Double.parseDouble(String.format(Locale.ROOT, "%.5e", value));
	}

	private static Plane gray(final Golden golden) {
		return GrayPlanes.of("BRISQUE", golden.read(), Frames.NO_CHANNEL_AXIS, OptionalDouble.empty()).read(0);
	}

	@Test
	void oddSizesAreHalvedUpwards() {
		final Plane half = Halving.of(gray(GoldenScores.of("cat_gray_451x300")));
		assertEquals(226, half.width());
		assertEquals(150, half.height());
	}
}
