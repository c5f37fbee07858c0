package org.drsformer.rain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values are computed by hand. */
class BlendingTest {

	private static final double EXACT = 1e-15;

	@ParameterizedTest
	@CsvSource({ //
		"additive, 0.25, 0.5, 0.75", "additive, 0.75, 0.5, 1", "additive, 0, 0.125, 0.125", "additive, 1, 0.5, 1",
		"screen, 0.25, 0.5, 0.625", "screen, 0.75, 0.5, 0.875", "screen, 0, 0.125, 0.125", "screen, 0.5, 3, 1",
		"alpha, 0.25, 0.5, 0.575", "alpha, 1, 0.5, 0.95", "alpha, 0, 0.125, 0.1125", "alpha, 0.5, 3, 0.9" })
	void formulas(final String name, final double clean, final double rain, final double expected) {
		assertEquals(expected, Blending.parse(name).blend(clean, rain), EXACT);
	}

	@Test
	void withoutRainNothingChanges() {
		for (final Blending blending : Blending.values())
			for (final double clean : new double[] { -0.5, 0, 0.1, 1 / 3.0, 1, 1.7 })
				assertEquals(clean, blending.blend(clean, 0));
	}

	@Test
	void whatIsBrighterThanWhiteGetsNoBrighter() {
		assertEquals(1.5, Blending.ADDITIVE.blend(1.5, 0.3));
		assertTrue(Blending.SCREEN.blend(1.5, 0.3) <= 1.5);
	}

	@Test
	void thereIsNoOther() {
		final String message = assertThrows(DrsformerException.class, () -> Blending.parse("multiply")).getMessage();
		assertEquals("There is no blending \"multiply\"; choose one of additive, screen, alpha.", message);
	}
}
