package org.drsformer.checkpoint.pickle;

import org.drsformer.checkpoint.source.Refusal;

/**
 * What a pickle says of a stretch of numbers that lies elsewhere in the file.
 *
 * @param key by which the file finds the numbers
 * @param elements how many there are
 */
public record Storage(ElementType type, String key, long elements) {

	/** From the persistent id {@code ('storage', class, key, device, elements)}; the device does not matter here. */
	static Storage of(final Object id) {
		if (!(id instanceof final Object[] parts) || parts.length < 5 || !"storage".equals(parts[0]))
			throw Refusal.damaged("it refers to data that is no storage");
		if (parts.length > 5 && parts[5] != null)
			throw Refusal.foreign("its tensors are views in the manner of PyTorch before 1.0");
		final Arguments arguments = new Arguments(parts);
		return new Storage(arguments.elementType(1), arguments.string(2), arguments.integer(4));
	}

	/** The bytes that the numbers take in the file. */
	public long bytes() {
		return elements > Long.MAX_VALUE / type.size() ? Long.MAX_VALUE : elements * type.size();
	}
}
