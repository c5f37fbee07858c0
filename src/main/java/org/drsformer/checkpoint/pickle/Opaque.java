package org.drsformer.checkpoint.pickle;

import org.drsformer.checkpoint.source.Refusal;

/**
 * Something of Python that weights do not need, such as a NumPy scalar or the arguments of a training script. Only its
 * name is kept: nothing is looked up, nothing is run, and whatever it holds is dropped. Equal to nothing but itself.
 */
public final class Opaque {

	private final String name;

	/** @param name of the class or function that Python would call, or of the type */
	Opaque(final String name) {
		this.name = name;
	}

	/** Whether Python would make a tensor of it, of a kind that is not read here. */
	public boolean isTensor() {
		return name.startsWith("torch._utils._rebuild") || name.startsWith("torch._tensor._rebuild");
	}

	/** The name, fit to be shown. */
	@Override
	public String toString() {
		return Refusal.quote(name);
	}
}
