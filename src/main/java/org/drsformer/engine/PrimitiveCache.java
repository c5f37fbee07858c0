package org.drsformer.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many of its generated convolutions oneDNN, a part of libtorch, keeps. There is one for each layer and size of a strip,
 * so with images of many sizes its 1024 take hundreds of MiB, while those of the largest network at one size are far fewer.
 */
final class PrimitiveCache {

	private static final Logger LOG = LoggerFactory.getLogger(PrimitiveCache.class);

	/** The largest network needs this many for images of one size in strips; see the benchmark SizesSoak. */
	static final int CAPACITY = 256;

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
			LOG.warn("The memory of PyTorch will grow with images of many sizes; set {}={} against that.", NAME, CAPACITY, failure);
		}
	}
}
