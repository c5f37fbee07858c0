package org.drsformer.network.layer;

import org.drsformer.engine.FusedOperations;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/** Operations element by element that free their arguments at once: the next operation finds the memory still warm. */
public final class Activations {

	private Activations() {
		// static functions only
	}

	/** Returns max(x, 0); x is consumed, and may become the result. */
	public static NDArray relu(final NDArray x) {
		if (FusedOperations.apply(x)) {
			FusedOperations.relu(x);
			return x;
		}
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

	/** Returns the exact gelu, x * (1 + erf(x / sqrt(2))) / 2; x is consumed. */
	public static NDArray gelu(final NDArray x) {
		try (x) {
			return Activation.gelu(x);
		}
	}

	/** Returns a * b; both are consumed. */
	public static NDArray product(final NDArray a, final NDArray b) {
		try (a; b) {
			return a.mul(b);
		}
	}
}
