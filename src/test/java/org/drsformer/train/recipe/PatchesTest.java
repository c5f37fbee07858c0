package org.drsformer.train.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchesTest {

	@Test
	void growAsTheTrainingProceeds() {
		final Patches patches = Patches.parse("4x64:60, 2x96:25, 2x128:15");
		assertEquals("4x64:60,2x96:25,2x128:15", patches.toString());
		assertEquals(64, patches.at(0, 1000).size());
		assertEquals(64, patches.at(599, 1000).size());
		assertEquals(96, patches.at(600, 1000).size());
		assertEquals(128, patches.at(850, 1000).size());
		assertEquals(128, patches.at(999, 1000).size());
		assertEquals(128, patches.largest());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "64", "0x64", "4x60", "4x8", "4x64:0", "4x64,", "x", "4x64;2x96" })
	void refusesInvalidCrops(final String text) {
		assertTrue(assertThrows(DrsformerException.class, () -> Patches.parse(text)).getMessage().endsWith("."));
	}
}
