package org.drsformer.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many pieces of generated code oneDNN, a part of libtorch, keeps. There is one for each kind of layer and size of
 * a strip: 40 to 140 for a network and one size of images. Its own bound of 1024 lets memory grow by hundreds of MiB
 * over images of many sizes.
 */
final class PrimitiveCache {

	private static final Logger LOG = LoggerFactory.getLogger(PrimitiveCache.class);

	/** Holds all of the bundled network; the largest makes some anew for each image, within 0.3 % of its time. */
	static final int CAPACITY = 128;

	private static final String NAME = "ONEDNN_PRIMITIVE_CACHE_CAPACITY";
	/** The same by its former name, which counts less. */
	private static final String FORMER_NAME = "DNNL_PRIMITIVE_CACHE_CAPACITY";

	private PrimitiveCache() {
		// static functions only
	}

	/** Bounds it, unless the user's environment says otherwise. Has to come before libtorch is loaded. */
	static void bound() {
		if (System.getenv(FORMER_NAME) != null)
			return;
		try {
			Environment.setDefault(NAME, Integer.toString(CAPACITY));
		}
		catch (final RuntimeException | LinkageError failure) {
			LOG.warn("The memory of PyTorch will grow with images of many sizes; set {}={} against that.", NAME,
				CAPACITY, failure);
		}
	}
}
