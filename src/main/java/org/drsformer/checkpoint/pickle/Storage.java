package org.drsformer.checkpoint.pickle;

import org.drsformer.checkpoint.source.Refusal;

/**
 * The description in a pickle of a stretch of numbers that lies elsewhere in the file.
 *
 * @param type the type of the numbers
 * @param key the name under which the file holds the numbers
 * @param elements how many numbers there are
 */
public record Storage(ElementType type, String key, long elements) {

	/**
	 * Returns the storage of the persistent id {@code ('storage', class, key, device, elements)}. The device does not
	 * matter here.
	 */
	static Storage of(final Object id) {
		if (!(id instanceof final Object[] parts) || parts.length < 5 || !"storage".equals(parts[0]))
			throw Refusal.damaged("it refers to data that are not a storage");
		if (parts.length > 5 && parts[5] != null)
			throw Refusal.foreign("its tensors are views of the kind that PyTorch before 1.0 wrote");
		final Arguments arguments = new Arguments(parts);
		return new Storage(arguments.elementType(1), arguments.string(2), arguments.integer(4));
	}

	/** Returns how many bytes the numbers take in the file. */
	public long bytes() {
		return elements > Long.MAX_VALUE / type.size() ? Long.MAX_VALUE : elements * type.size();
	}
}
