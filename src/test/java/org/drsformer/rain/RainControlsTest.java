package org.drsformer.rain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.drsformer.DrsformerException;
import org.drsformer.rain.Distribution.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RainControlsTest {

	private static Streaks layer(final RainControls controls, final long number) {
		return rain("rain200l", controls, number).layers().get(0);
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

	@ParameterizedTest
	@ValueSource(strings = { "rain200l", "rain200h" })
	void twoAnglesDifferInNothingElse(final String preset) {
		for (int number = 0; number < 50; number++)
			assertEquals(others(rain(preset, angle("5"), number)), others(rain(preset, angle("20..30"), number)));
	}

	/** The numbers that presets draw for an angle: three for that of rain200l, as a rule two for that of rain200h. */
	@ParameterizedTest
	@CsvSource({ "rain200l,1000,1000", "rain200h,100,300" })
	void anAngleAgainstNoneMayDifferInMore(final String preset, final int least, final int most) {
		final long differ = IntStream.range(0, 1000)
			.filter(number -> !others(rain(preset, RainControls.NONE, number))
				.equals(others(rain(preset, angle("5"), number))))
			.count();
		assertTrue(differ >= least && differ <= most, () -> differ + " images");
	}

	private static RainControls angle(final String angle) {
		return new RainControls(angle, "", "", "", "", "");
	}

	private static Rain rain(final String preset, final RainControls controls, final long number) {
		return new RainSynthesizer(RainChoice.of(preset, 0, "auto", controls), 3).rain(number);
	}

	/** Returns the layers, all of them in one direction. */
	private static List<Streaks> others(final Rain rain) {
		return rain.layers().stream().map(RainControlsTest::upright).toList();
	}

	private static Streaks upright(final Streaks layer) {
		final double jitter = ((Normal) layer.angle()).deviation();
		return new Streaks(layer.density(), layer.length(), layer.width(), new Normal(0, jitter), layer.brightness(),
			layer.taper(), layer.softness());
	}

	@ParameterizedTest
	@CsvSource({ "rain200l,width,2", "rain200h,width,1..2", "rain200l,brightness,0.2", "rain200h,brightness,0.2",
		"rain200l,length,40", "rain200h,length,40..50", "rain200l,jitter,1", "rain200h,jitter,1..2",
		"rain200l,density,0.1", "rain200h,density,0.1..0.2" })
	void otherOptionsChangeNothingElse(final String preset, final String name, final String value) {
		final Rain usual = rain(preset, RainControls.NONE, 0);
		final Rain changed = rain(preset,
			new RainControls("", name.equals("length") ? value : "", name.equals("width") ? value : "",
				name.equals("density") ? value : "", name.equals("brightness") ? value : "",
				name.equals("jitter") ? value : ""),
			0);
		assertNotEquals(usual, changed);
		assertEquals(without(usual, name), without(changed, name));
	}

	private static List<Object> without(final Rain rain, final String name) {
		final Streaks layer = rain.layers().get(0);
		final Normal angle = (Normal) layer.angle();
		return List.of(rain.layers().size(), angle.mean(), name.equals("length") ? "" : layer.length(),
			name.equals("jitter") ? "" : angle.deviation(), name.equals("width") ? "" : layer.width(),
			name.equals("density") ? "" : layer.density(), name.equals("brightness") ? "" : layer.brightness());
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
			"The " + name + " \"" + text + "\" of the rain is invalid; write a number in " + min + ".." + max +
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
