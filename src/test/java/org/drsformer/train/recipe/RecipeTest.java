package org.drsformer.train.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeTest {

	private static Recipe recipe(final String patches, final int accumulate) {
		return Recipe.COMPACT.withPatches(Patches.parse(patches))
			.withGradient(GradientSettings.USUAL.withAccumulate(accumulate));
	}

	/** 3 x 2731 x 512 x 512 numbers are 2^31 and more; with 2730 crops they are fewer. */
	@Test
	void theCropsOfAStepFitIntoAnArray() {
		assertEquals(2730, recipe("1x512", 2730).gradient().accumulate());
		assertEquals(2730, recipe("2730x512", 1).patches().at(0, 1).count());
	}

	@ParameterizedTest
	@CsvSource({ "1x512,2731", "4x64:1000|1x512:1,2731", "2731x512,1", "9999x99992,10000", "1x99992,1" })
	void refusesMoreCropsThanFit(final String patches, final int accumulate) {
		final String sentence = assertThrows(DrsformerException.class,
			() -> recipe(patches.replace('|', ','), accumulate)).getMessage();
		assertTrue(sentence.startsWith("A step cannot learn from ") && sentence.endsWith("."), sentence);
	}

	/** The steps at which crops change are the sums of the iterations in Deraining_Restormer.yml, for 8 GPUs. */
	@ParameterizedTest
	@CsvSource({ "0,64x128", "91999,64x128", "92000,40x160", "155999,40x160", "156000,32x192", "203999,32x192",
		"204000,16x256", "239999,16x256", "240000,8x320", "275999,8x320", "276000,8x384", "299999,8x384" })
	void restormerLearnsFromTheCropsOfItsAuthors(final long step, final String crops) {
		final Patches.Stage stage = Recipe.RESTORMER.patches().at(step, Recipe.RESTORMER.steps());
		assertEquals(crops, stage.count() + "x" + stage.size());
	}

	@Test
	void restormerHasTheRatesOfItsAuthors() {
		assertEquals(300_000, Recipe.RESTORMER.steps());
		assertEquals(3e-4, Recipe.RESTORMER.schedule().at(0));
		assertEquals(3e-4, Recipe.RESTORMER.schedule().at(92_000));
		assertEquals((3e-4 + 1e-6) / 2, Recipe.RESTORMER.schedule().at(196_000), 1e-18);
		assertEquals(1e-6, Recipe.RESTORMER.schedule().at(300_000));
		assertEquals(new OptimizerSettings(0.9, 0.999, 1e-8, 1e-4, 0.01), Recipe.RESTORMER.optimizer());
	}
}
