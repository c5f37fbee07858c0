package org.drsformer.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/** Operations element by element that free their arguments at once: the next operation finds the memory still warm. */
public final class Activations {

	private Activations() {
		// static functions only
	}

	/** Returns max(x, 0); x is consumed. */
	public static NDArray relu(final NDArray x) {
		try (x) {
			return Activation.relu(x);
		}
	}

	/** Returns a + b; both are consumed. */
	public static NDArray sum(final NDArray a, final NDArray b) {
		try (a; b) {
			return a.add(b);
		}
	}

	/** Returns gelu(a) * b, with the exact gelu, x * (1 + erf(x / sqrt(2))) / 2; both are consumed. */
	public static NDArray gated(final NDArray a, final NDArray b) {
		try (a; b; NDArray activated = Activation.gelu(a)) {
			return activated.mul(b);
		}
	}
}
