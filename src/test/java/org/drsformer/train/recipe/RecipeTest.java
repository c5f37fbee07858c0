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
}
