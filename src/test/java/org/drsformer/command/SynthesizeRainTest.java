package org.drsformer.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import ij.IJ;
import ij.ImagePlus;

/** Runs the command in a SciJava context without a display, as a script does. */
class SynthesizeRainTest {

	private final Context context = new Context();

	@AfterEach
	void stop() {
		context.dispose();
	}

	private Module run(final Object... inputs) throws Exception {
		return context.service(CommandService.class).run(SynthesizeRain.class, true, inputs).get();
	}

	private CommandInfo info() {
		return context.service(CommandService.class).getCommand(SynthesizeRain.class);
	}

	@Test
	void isInTheMenuWithPlainKeys() {
		assertEquals("Plugins > DRSformer > Synthesize Rain...", info().getMenuPath().getMenuString());
		for (final ModuleItem<?> item : info().inputs()) {
			if (item.getType().getName().startsWith("org.scijava"))
				continue;
			assertTrue(item.getName().matches("[a-z]+"), item.getName());
			assertFalse(item.getDescription().isBlank(), item.getName());
			assertTrue(item.getType() == ImagePlus.class || !item.isPersisted(), item.getName());
		}
		assertEquals(List.of("none", "rain200l", "rain200h", "mixed"), info().getInput("preset").getChoices());
		assertEquals(List.of("auto", "additive", "screen", "alpha"), info().getInput("blending").getChoices());
	}

	@Test
	void aStackOfFrames() throws Exception {
		final ImagePlus clean = IJ.createHyperStack("film.tif", 32, 24, 1, 1, 3, 16);
		clean.getCalibration().frameInterval = 0.04;
		final ImagePlus rainy = (ImagePlus) run("image", clean, "level", 0.8, "seed", 5L).getOutput("rainy");
		assertEquals("film-rainy.tif", rainy.getTitle());
		assertEquals(ImagePlus.GRAY16, rainy.getType());
		assertArrayEquals(clean.getDimensions(), rainy.getDimensions());
		assertEquals(0.04, rainy.getCalibration().frameInterval);
		assertFalse(Arrays.equals((short[]) rainy.getStack().getPixels(1), (short[]) rainy.getStack().getPixels(2)));
		final ImagePlus again = (ImagePlus) run("image", clean, "level", 0.8, "seed", 5L).getOutput("rainy");
		assertArrayEquals((short[]) rainy.getStack().getPixels(3), (short[]) again.getStack().getPixels(3));
	}

	@ParameterizedTest
	@CsvSource({ "preset,snow", "blending,glue" })
	void aBadChoiceCancelsWithASentence(final String key, final String value) throws Exception {
		final Module module = run("image", IJ.createImage("x", 8, 8, 1, 8), key, value);
		assertTrue(((Cancelable) module).getCancelReason().contains(value));
		assertNull(module.getOutput("rainy"));
	}

	@Test
	void streaksForExperiments() throws Exception {
		final ImagePlus black = IJ.createImage("x", 64, 64, 1, 8);
		final ImagePlus rainy = (ImagePlus) run("image", black, "preset", "rain200l", "density", "0")
			.getOutput("rainy");
		assertEquals(0, rainy.getStatistics().max);
		final Module bad = run("image", black, "preset", "rain200l", "angle", "10..x");
		assertTrue(((Cancelable) bad).getCancelReason().contains("There is no angle \"10..x\""));
		assertTrue(
			((Cancelable) run("image", black, "angle", "10")).getCancelReason().contains("rain200l or rain200h"));
	}

	@Test
	void aBadLevelCancelsWithASentence() throws Exception {
		final Module module = run("image", IJ.createImage("x", 8, 8, 1, 8), "level", 1.5);
		assertTrue(((Cancelable) module).getCancelReason().contains("level 1.5"));
	}
}
