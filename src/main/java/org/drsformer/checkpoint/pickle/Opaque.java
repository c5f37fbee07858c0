package org.drsformer.checkpoint.pickle;

import org.drsformer.checkpoint.source.Refusal;

/**
 * A Python object that weights do not need, such as a NumPy scalar or the arguments of a training script. Keeps only
 * its name: nothing is looked up, nothing is run, and its content is dropped. An opaque value is equal only to itself.
 */
public final class Opaque {

	private final String name;

	/** @param name of the class or function that Python would call, or of the type */
	Opaque(final String name) {
		this.name = name;
	}

	/** Returns whether Python would make a tensor of it, of a kind that is not supported here. */
	public boolean isTensor() {
		return name.startsWith("torch._utils._rebuild") || name.startsWith("torch._tensor._rebuild");
	}

	/** Returns the name, fit to be shown. */
	@Override
	public String toString() {
		return Refusal.quote(name);
	}
}
