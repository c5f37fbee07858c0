package org.drsformer.engine;

import org.drsformer.NumberText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cache of generated code in oneDNN, a part of libtorch. It has an entry for each kind of layer and size of strip:
 * 40 to 140 for a network and one size of images. With oneDNN's own bound of 1024 entries, images of many sizes make
 * the memory grow by hundreds of MiB.
 */
final class PrimitiveCache {

	private static final Logger LOG = LoggerFactory.getLogger(PrimitiveCache.class);

	/**
	 * Enough for the bundled network. The largest network generates some code again for each image: 0.3 % of its time.
	 */
	static final int CAPACITY = 128;

	/** Enough for a training: about 130 entries for the crops of one size and one number of them. */
	static final int TRAINING_CAPACITY = 1024;

	private static final String NAME = "ONEDNN_PRIMITIVE_CACHE_CAPACITY";
	/** The former name of the same variable, which the new name overrides. */
	private static final String FORMER_NAME = "DNNL_PRIMITIVE_CACHE_CAPACITY";

	private static volatile int wanted = CAPACITY;
	private static volatile long bound;

	private PrimitiveCache() {
		// static functions only
	}

	/** Asks for a cache that holds a training. Without effect if libtorch is loaded already. */
	static void expectTraining() {
		wanted = TRAINING_CAPACITY;
	}

	/** Bounds the cache, unless the user's environment sets a bound. To be called before libtorch is loaded. */
	static void bound() {
		final String chosen = System.getenv(NAME) == null ? System.getenv(FORMER_NAME) : System.getenv(NAME);
		if (chosen != null) {
			bound = NumberText.whole(chosen).orElse(0);
			return;
		}
		try {
			Environment.setDefault(NAME, Integer.toString(wanted));
			bound = wanted;
		}
		catch (final RuntimeException | LinkageError failure) {
			LOG.warn("The memory of PyTorch will grow with images of many sizes; set {}={} to avoid that.", NAME,
				CAPACITY, failure);
		}
	}

	/**
	 * Returns whether several threads may compute gradients at the same time. In oneDNN 3.7, two threads that generate
	 * code for gradients of different shapes disturb each other now and then: values differ, or the process ends. So
	 * all code of a training must stay in the cache.
	 */
	static boolean holdsTraining() {
		return bound >= TRAINING_CAPACITY;
	}
}
