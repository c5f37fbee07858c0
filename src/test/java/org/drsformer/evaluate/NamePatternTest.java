package org.drsformer.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {

	@ParameterizedTest
	@CsvSource({ "*,cat.png,cat", "*,Cat.x.TIF,Cat.x", "*_DR.png,1_DR.png,1", "*_DR.png,1_dr.PNG,1", "*_DR,1_DR.tif,1",
		"norain-*.png,norain-12.png,12", "rain-*x2,rain-7x2.png,7", "*.png,cat.png,cat" })
	void names(final String pattern, final String file, final String name) {
		assertEquals(name, new NamePattern(pattern).nameOf(Path.of("folder", file)).orElseThrow());
	}

	@ParameterizedTest
	@CsvSource({ "*_DR.png,1_GT.png", "*_DR.png,_DR.png", "*_DR.png,1_DR.tif", "*.png,cat.tif", "ab*ba,aba.png" })
	void excludesOtherNames(final String pattern, final String file) {
		assertEquals(true, new NamePattern(pattern).nameOf(Path.of(file)).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "cat.png", "*_*.png", "out/*.png" })
	void needsOneStarAndNoFolder(final String pattern) {
		assertThrows(DrsformerException.class, () -> new NamePattern(pattern));
	}

	@Test
	void baseNames() {
		assertEquals("cat", NamePattern.baseName("cat.png"));
		assertEquals(".png", NamePattern.baseName(".png"));
	}
}
