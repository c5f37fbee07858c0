package org.drsformer.engine;

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

	private static final String NAME = "ONEDNN_PRIMITIVE_CACHE_CAPACITY";
	/** The former name of the same variable, which the new name overrides. */
	private static final String FORMER_NAME = "DNNL_PRIMITIVE_CACHE_CAPACITY";

	private PrimitiveCache() {
		// static functions only
	}

	/** Bounds the cache, unless the user's environment sets a bound. To be called before libtorch is loaded. */
	static void bound() {
		if (System.getenv(FORMER_NAME) != null)
			return;
		try {
			Environment.setDefault(NAME, Integer.toString(CAPACITY));
		}
		catch (final RuntimeException | LinkageError failure) {
			LOG.warn("The memory of PyTorch will grow with images of many sizes; set {}={} to avoid that.", NAME,
				CAPACITY, failure);
		}
	}
}
