package org.drsformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks which versions give the same results. */
class SoftwareTest {

	@ParameterizedTest
	@CsvSource({ "0.2.0, 0.2.7, true", "0.2.7, 0.3.7, false", "1.2.0, 0.2.0, false", "0.2.0, 0.2.0-SNAPSHOT, false",
		"0.2.0-SNAPSHOT, 0.2.0-SNAPSHOT, true", "0.2.0-SNAPSHOT, 0.2.1-SNAPSHOT, false", "0.2, 0.2.1, false",
		"0.2.1, 0.21.1, false" })
	void sameResults(final String version, final String other, final boolean same) {
		assertEquals(same, Software.sameResults(version, other));
		assertEquals(same, Software.sameResults(other, version));
	}

	@Test
	void thisVersion() {
		assertTrue(Software.givesResultsOf(Software.version()));
		assertFalse(Software.givesResultsOf(null));
	}
}
