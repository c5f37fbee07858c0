package org.drsformer.checkpoint.pickle;

import org.drsformer.checkpoint.source.Refusal;

/** The items of a Python tuple. Each method returns one item, and refuses it if it has another type. */
record Arguments(Object[] items) {

	String string(final int index) {
		return item(index, String.class);
	}

	Storage storage(final int index) {
		return item(index, Storage.class);
	}

	StoredTensor tensor(final int index) {
		return item(index, StoredTensor.class);
	}

	ElementType elementType(final int index) {
		return item(index, ElementType.class);
	}

	/** Returns a number that counts something; refuses a negative one. */
	long integer(final int index) {
		final long value = item(index, Long.class);
		if (value < 0)
			throw Refusal.damaged("it has a negative size");
		return value;
	}

	/** Returns a tuple of numbers that count something. */
	long[] integers(final int index) {
		final Arguments tuple = new Arguments(item(index, Object[].class));
		final long[] values = new long[tuple.items.length];
		for (int i = 0; i < values.length; i++)
			values[i] = tuple.integer(i);
		return values;
	}

	private <T> T item(final int index, final Class<T> type) {
		if (index >= items.length || !type.isInstance(items[index]))
			throw Refusal.damaged("it describes a tensor wrongly");
		return type.cast(items[index]);
	}
}
