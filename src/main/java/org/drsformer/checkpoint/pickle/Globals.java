package org.drsformer.checkpoint.pickle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.checkpoint.source.Refusal;

/**
 * The only names of Python that mean something in a checkpoint. None of them runs anything of Python here. Every other
 * name makes an {@link Opaque} value.
 */
final class Globals {

	/** The effect of calling a name. */
	interface Function {
		Object call(Object[] arguments);
	}

	private static final Map<String, Object> KNOWN = known();

	private Globals() {}

	private static Map<String, Object> known() {
		final Map<String, Object> known = new LinkedHashMap<>();
		function(known, "collections.OrderedDict", Globals::orderedDict);
		function(known, "collections.defaultdict", arguments -> new LinkedHashMap<>());
		function(known, "torch.Size", arguments -> arguments.length == 1 ? arguments[0] : wrong());
		tensor(known, "_rebuild_tensor", StoredTensor::of);
		tensor(known, "_rebuild_tensor_v2", StoredTensor::of);
		tensor(known, "_rebuild_parameter", arguments -> arguments.tensor(0));
		tensor(known, "_rebuild_parameter_with_state", arguments -> arguments.tensor(0));
		for (final ElementType type : ElementType.values())
			known.put("torch." + type.storageClass(), type);
		return known;
	}

	private static void function(final Map<String, Object> known, final String name, final Function function) {
		known.put(name, function);
	}

	/** Adds a function that makes a tensor. A tensor of numbers of an unknown type is opaque itself. */
	private static void tensor(final Map<String, Object> known, final String name,
		final java.util.function.Function<Arguments, StoredTensor> maker)
	{
		final String full = "torch._utils." + name;
		function(known, full, arguments -> arguments.length > 0 && arguments[0] instanceof Opaque ? new Opaque(full)
			: maker.apply(new Arguments(arguments)));
	}

	/** Returns what a name stands for: a {@link Function}, an {@link ElementType}, or else an {@link Opaque} value. */
	static Object find(final String module, final String name) {
		final Object found = KNOWN.get(module + "." + name);
		return found == null ? new Opaque(module + "." + name) : found;
	}

	/** Calls what {@link #find} returned. An opaque value returns an opaque value. */
	static Object call(final Object callee, final Object[] arguments) {
		if (callee instanceof final Function function)
			return function.call(arguments);
		if (callee instanceof final ElementType type)
			return new Opaque("torch." + type.storageClass());
		return callee instanceof Opaque ? callee : wrong();
	}

	/**
	 * Puts an entry into a dictionary. A key that is not a text names no tensor, and is equal only to itself: a hostile
	 * file could make the hash code of a container take for ever.
	 */
	static void put(final Map<Object, Object> dictionary, final Object key, final Object value) {
		dictionary.put(key instanceof String || key instanceof Opaque ? key : new Opaque(describe(key)), value);
	}

	private static String describe(final Object key) {
		if (key == null || key instanceof Number || key instanceof Boolean)
			return String.valueOf(key);
		return key instanceof Object[] ? "(a tuple)" : "(an object)";
	}

	/** Returns a dictionary. Python 2 gives its entries as one list of pairs; Python 3 sets them afterwards. */
	private static Object orderedDict(final Object[] arguments) {
		final Map<Object, Object> dictionary = new LinkedHashMap<>();
		if (arguments.length > 0)
			for (final Object pair : list(arguments[0])) {
				final Object[] entry = pair instanceof final Object[] tuple ? tuple : list(pair).toArray();
				put(dictionary, entry.length == 2 ? entry[0] : wrong(), entry[1]);
			}
		return dictionary;
	}

	private static List<?> list(final Object value) {
		return value instanceof final ArrayList<?> list ? list : (List<?>) wrong();
	}

	private static Object wrong() {
		throw Refusal.malformed();
	}
}
