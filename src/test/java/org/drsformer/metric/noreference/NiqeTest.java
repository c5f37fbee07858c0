package org.drsformer.metric.noreference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;

import org.drsformer.image.frame.Frames;
import org.drsformer.metric.noreference.GoldenScores.Golden;
import org.drsformer.metric.noreference.GoldenScores.Steps;
import org.drsformer.metric.plane.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares NIQE with the authors' release, run in Octave. */
class NiqeTest {

	private static final double RELATIVE = 1e-9;

	@ParameterizedTest
	@MethodSource("org.drsformer.metric.noreference.GoldenScores#withBlocks")
	void equalsTheRelease(final Golden golden) {
		final double niqe = Niqe.of(golden.read());
		assertEquals(golden.niqe(), niqe, RELATIVE * golden.niqe());
		// where pixels are flat, the release depends on the rounding of its filter
		assertEquals(golden.niqeRelease(), niqe, (golden.strict() ? RELATIVE : 0.04) * golden.niqeRelease());
	}

	/** The values of BasicSR are no reference: it halves and converts in another way. */
	@Test
	void differsFromBasicSr() {
		final Golden golden = GoldenScores.of("clean_cat");
		assertTrue(golden.niqeBasicSr() > 1.09 * Niqe.of(golden.read()));
	}

	@Test
	void everyStepEqualsTheRelease() {
		final Steps steps = GoldenScores.steps();
		final Plane gray = gray("raccoon_crop_301x203").cropped(288, 192);
		final Plane normalized = ContrastNormalization.of(gray.replicated(ContrastNormalization.padding()));
		assertArrayEquals(steps.normalized(), at(normalized, steps.points_row_col()), 1e-11);
		assertArrayEquals(steps.half_size(), at(Halving.of(gray), steps.half_points_row_col()), 1e-11);
		final double[][] features = Niqe.features(gray);
		// the release goes down the columns of blocks, two in each
		for (int i = 0; i < features.length; i++)
			assertArrayEquals(steps.features_per_block()[i % 3 * 2 + i / 3], features[i], 1e-11);
	}

	private static double[] at(final Plane plane, final int[][] rowsAndColumns) {
		final double[] values = new double[rowsAndColumns.length];
		for (int i = 0; i < values.length; i++)
			values[i] = plane.values()[rowsAndColumns[i][0] * plane.width() + rowsAndColumns[i][1]];
		return values;
	}

	private static Plane gray(final String image) {
		return GrayPlanes.of("NIQE", GoldenScores.of(image).read(), Frames.NO_CHANNEL_AXIS, OptionalDouble.empty())
			.read(0);
	}

	@Test
	void equalsThePlainForm() {
		for (final String image : new String[] { "light_cat", "heavy_rocket", "raccoon_two_blocks_96x192" })
			assertEquals(PlainNiqe.of(gray(image)), Niqe.of(gray(image)), RELATIVE * PlainNiqe.of(gray(image)));
	}
}
