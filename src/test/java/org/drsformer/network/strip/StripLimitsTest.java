package org.drsformer.network.strip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripLimitsTest {

	private static final int MOST_THREADS = 64;

	/** What is cached decides which operations are computed twice, and so, the bits. */
	@ParameterizedTest
	@ValueSource(longs = { -(1 << 20), 0, 1 << 20, 16 << 20, 30 << 20, 100 << 20, 129 << 20, 200 << 20, 300 << 20,
		384 << 20, 500 << 20, 1L << 30, 1L << 40, Long.MAX_VALUE })
	void threadsChangeNothingElse(final long memory) {
		final StripLimits alone = StripLimits.of(memory, 1);
		assertEquals(1, alone.threads());
		for (int threads = 2; threads <= MOST_THREADS; threads++) {
			final StripLimits limits = StripLimits.of(memory, threads);
			assertEquals(new StripLimits(alone.bytes(), alone.cacheBytes(), limits.threads()), limits);
			assertTrue(limits.threads() >= 1 && limits.threads() <= threads, limits::toString);
			assertTrue(limits.cacheBytes() >= 0, limits::toString);
			assertTrue(
				limits.bytes() * limits.threads() + limits.cacheBytes() <= Math.max(StripLimits.LEAST_BYTES, memory),
				limits::toString);
		}
	}
}
