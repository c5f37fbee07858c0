package org.drsformer.evaluate.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StatisticsTest {

	@Test
	void ofFiniteValues() {
		final Statistics statistics = Statistics.of(4, 1, 3, 2);
		assertEquals(2.5, statistics.mean().value());
		assertEquals(2.5, statistics.median());
		assertEquals(Math.sqrt(5 / 3.0), statistics.deviation(), 1e-15);
	}

	@Test
	void infiniteValuesCountInTheMedianOnly() {
		final Statistics statistics = Statistics.of(1, Double.POSITIVE_INFINITY, 3);
		assertEquals(2, statistics.mean().value());
		assertEquals(1, statistics.mean().infinite());
		assertEquals(3, statistics.median());
		assertEquals(Math.sqrt(2), statistics.deviation(), 1e-15);
		assertEquals(Double.POSITIVE_INFINITY,
			Statistics.of(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY).median());
	}

	@Test
	void ofNothing() {
		assertTrue(Double.isNaN(Statistics.of().median()) && Double.isNaN(Statistics.of().deviation()));
	}
}
