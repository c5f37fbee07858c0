package org.drsformer.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/** Element by element, with the argument freed at once: its memory is still warm for the next operation. */
public final class Activations {

	private Activations() {
		// static functions only
	}

	/** max(x, 0); x is used up. */
	public static NDArray relu(final NDArray x) {
		try (x) {
			return Activation.relu(x);
		}
	}

	/** a + b; both are used up. */
	public static NDArray sum(final NDArray a, final NDArray b) {
		try (a; b) {
			return a.add(b);
		}
	}
}
