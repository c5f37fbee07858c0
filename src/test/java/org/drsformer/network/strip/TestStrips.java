package org.drsformer.network.strip;

import org.drsformer.Progress;

/** Strips for inference, with the limits that a test chooses. */
public final class TestStrips {

	private TestStrips() {
		// static functions only
	}

	/** Returns strips for some threads. */
	public static Strips of(final long bytes, final long cacheBytes, final int threads, final Progress progress) {
		return new InferenceStrips(new StripLimits(bytes, cacheBytes, threads), progress, Double.MAX_VALUE);
	}
}
