package org.drsformer.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.sun.jna.Platform;

/**
 * How the threads of libtorch wait for each other. On Linux they do so by spinning, which makes everything some ten
 * times slower as soon as another program wants one of the processors, and makes nothing faster otherwise.
 */
final class WaitPolicy {

	private static final Logger LOG = LoggerFactory.getLogger(WaitPolicy.class);

	private WaitPolicy() {
		// static functions only
	}

	/**
	 * Lets them sleep instead, unless the user's environment says otherwise. Has to come before libtorch, whose OpenMP
	 * library reads the environment when it is loaded.
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
