package org.drsformer.network;

import java.util.Map;

import ai.djl.ndarray.NDArray;

/** The {@link PlainReference} for maps (N, H, W, C), to train it. */
public final class PlainForm {

	private PlainForm() {
		// static functions only
	}

	/** image: (N, H, W, C), left as it is, to the same shape. */
	public static NDArray forward(final Configuration configuration, final Map<String, NDArray> parameters,
		final NDArray image)
	{
		return new PlainReference(configuration, parameters, null).forward(image.transpose(0, 3, 1, 2))
			.transpose(0, 2, 3, 1);
	}
}
