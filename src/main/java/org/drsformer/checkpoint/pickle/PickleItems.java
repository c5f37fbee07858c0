package org.drsformer.checkpoint.pickle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.checkpoint.source.Refusal;

/** Puts items into the containers of a pickle. Drops items of opaque values. */
final class PickleItems {

	private PickleItems() {}

	/** Sets entries of a dictionary; the items are keys and values in turns. */
	static void set(final Object[] items, final Object dictionary) {
		if (dictionary instanceof Opaque)
			return;
		if (!(dictionary instanceof LinkedHashMap))
			throw Refusal.malformed();
		@SuppressWarnings("unchecked")
		final Map<Object, Object> entries = (LinkedHashMap<Object, Object>) dictionary;
		putAll(entries, items);
	}

	static Map<Object, Object> putAll(final Map<Object, Object> dictionary, final Object[] items) {
		if (items.length % 2 != 0)
			throw Refusal.malformed();
		for (int i = 0; i < items.length; i += 2)
			Globals.put(dictionary, items[i], items[i + 1]);
		return dictionary;
	}

	/** Adds items to the end of a list. */
	static void append(final Object[] items, final Object list) {
		if (list instanceof Opaque)
			return;
		if (!(list instanceof ArrayList))
			throw Refusal.malformed();
		@SuppressWarnings("unchecked")
		final List<Object> known = (ArrayList<Object>) list;
		known.addAll(Arrays.asList(items));
	}

	/** Refuses to add items to what is no set; sets are opaque. */
	static void requireSet(final Object set) {
		if (!(set instanceof Opaque))
			throw Refusal.malformed();
	}
}
