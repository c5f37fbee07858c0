package org.drsformer.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.sun.jna.Platform;

/**
 * The way in which the threads of libtorch wait for each other. On Linux they spin, which makes everything about ten
 * times slower as soon as another program needs one of the processors, and makes nothing faster otherwise.
 */
final class WaitPolicy {

	private static final Logger LOG = LoggerFactory.getLogger(WaitPolicy.class);

	private WaitPolicy() {
		// static functions only
	}

	/**
	 * Makes them sleep instead, unless the user's environment sets another way. To be called before libtorch is loaded,
	 * since its OpenMP library reads the environment then.
	 */
	static void passive() {
		if (!Platform.isLinux())
			return;
		try {
			Environment.setDefault("OMP_WAIT_POLICY", "PASSIVE");
		}
		catch (final RuntimeException | LinkageError failure) {
			LOG.warn("The threads of PyTorch will wait by spinning; set OMP_WAIT_POLICY=PASSIVE for a busy machine.",
				failure);
		}
	}
}
