package org.drsformer.network;

import java.util.Map;

import org.drsformer.network.configuration.Configuration;

import ai.djl.ndarray.NDArray;

/** {@link PlainReference} for maps (N, H, W, C), so that it can be trained. */
public final class PlainForm {

	private PlainForm() {
		// static functions only
	}

	/** Returns the restored image, (N, H, W, C). */
	public static NDArray forward(final Configuration configuration, final Map<String, NDArray> parameters,
		final NDArray image)
	{
		return new PlainReference(configuration, parameters, null).forward(image.transpose(0, 3, 1, 2))
			.transpose(0, 2, 3, 1);
	}
}
