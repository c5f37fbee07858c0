package org.drsformer.rain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RainControlsTest {

	private static Streaks layer(final RainControls controls, final long number) {
		return new RainSynthesizer(RainChoice.of("rain200l", 0, "auto", controls), 3).rain(number).layers().get(0);
	}

	@Test
	void whatIsSetIsChangedAndTheRestStays() {
		final RainControls controls = new RainControls("20", "40", "2.5", "0.3", "0.9", "0");
		final Streaks set = layer(controls, 0);
		assertEquals(20, set.angle().min());
		assertEquals(20, set.angle().max());
		assertEquals(40, set.length().mean());
		assertEquals(2.5, set.width().mean());
		assertEquals(0.3, set.density());
		assertEquals(0.9, set.brightness().mean());
		assertTrue(set.brightness().max() > 3, "bright streaks are not cut to the usual brightness");
		assertEquals(layer(RainControls.NONE, 5), layer(new RainControls("", " ", null, "", "", ""), 5));
		final Streaks longer = layer(new RainControls("", "100..200", "", "", "", ""), 5);
		assertEquals(layer(RainControls.NONE, 5).density(), longer.density());
		assertEquals(layer(RainControls.NONE, 5).angle(), longer.angle());
		assertEquals(100, longer.length().min());
		assertEquals(200, longer.length().max());
	}

	@Test
	void imagesDrawFromARange() {
		final RainControls controls = new RainControls("-30..-10", "", "", "0.1 .. 0.2", "", "");
		for (int number = 0; number < 50; number++) {
			final Streaks streaks = layer(controls, number);
			assertTrue(streaks.angle().mean() >= -30 && streaks.angle().mean() <= -10, streaks::toString);
			assertTrue(streaks.density() >= 0.1 && streaks.density() <= 0.2, streaks::toString);
		}
		assertFalse(layer(controls, 1).angle().equals(layer(controls, 2).angle()));
	}

	@ParameterizedTest
	@CsvSource({ "angle, steep, -90, 90", "angle, 91, -90, 90", "length, 90..10, 1, 1000", "length, 0, 1, 1000",
		"width, 1..2..3, 0.1, 100", "density, .., 0, 10", "density, NaN, 0, 10", "brightness, 2, 0, 1",
		"jitter, '1,5', 0, 90" })
	void badValuesAreToldInASentence(final String name, final String text, final String min, final String max) {
		final String[] values = { "angle", "length", "width", "density", "brightness", "jitter" };
		for (int i = 0; i < values.length; i++)
			values[i] = values[i].equals(name) ? text : "";
		final RainControls controls = new RainControls(values[0], values[1], values[2], values[3], values[4],
			values[5]);
		assertEquals(
			"There is no " + name + " \"" + text + "\" of rain; write a number in " + min + ".." + max +
				", or two such numbers with two dots between them, the lower one first.",
			assertThrows(DrsformerException.class, () -> RainChoice.of("rain200h", 0, "auto", controls)).getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "none, a level", "mixed, preset mixed" })
	void otherRainHasNoSuchProperties(final String preset, final String part) {
		final RainControls controls = new RainControls("1", "", "", "", "", "");
		final String message = assertThrows(DrsformerException.class,
			() -> RainChoice.of(preset, 0.5, "auto", controls)).getMessage();
		assertTrue(message.contains(part) && message.contains("rain200l or rain200h"), message);
	}
}
