package org.drsformer.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The only names of Python that a checkpoint may use. None of them runs anything of Python here. */
final class Globals {

	/** What calling a name does. */
	interface Function {
		Object call(Object[] arguments);
	}

	private static final Map<String, Object> KNOWN = known();

	private Globals() {}

	private static Map<String, Object> known() {
		final Map<String, Object> known = new LinkedHashMap<>();
		function(known, "collections.OrderedDict", Globals::orderedDict);
		function(known, "torch.Size", arguments -> arguments.length == 1 ? arguments[0] : wrong());
		function(known, "torch._utils._rebuild_tensor", arguments -> StoredTensor.of(new Arguments(arguments)));
		function(known, "torch._utils._rebuild_tensor_v2", arguments -> StoredTensor.of(new Arguments(arguments)));
		function(known, "torch._utils._rebuild_parameter", arguments -> new Arguments(arguments).tensor(0));
		for (final ElementType type : ElementType.values())
			known.put("torch." + type.storageClass(), type);
		return known;
	}

	private static void function(final Map<String, Object> known, final String name, final Function function) {
		known.put(name, function);
	}

	/** What a name stands for: a {@link Function} or an {@link ElementType}. Every other name is refused by its name. */
	static Object find(final String module, final String name) {
		final Object found = KNOWN.get(module + "." + name);
		if (found == null)
			throw Refusal.foreign("it asks for " + Refusal.quote(module + "." + name) +
				", which weights never need and which is therefore not run");
		return found;
	}

	/** Calls what {@link #find} found. */
	static Object call(final Object callee, final Object[] arguments) {
		return callee instanceof final Function function ? function.call(arguments) : wrong();
	}

	/**
	 * Puts an entry into a dictionary. Only plain keys: the hash code of a container could be made to take for ever.
	 */
	static void put(final Map<Object, Object> dictionary, final Object key, final Object value) {
		if (!(key instanceof String || key instanceof Long || key instanceof Boolean || key instanceof Double))
			throw Refusal.foreign("it has a dictionary whose keys are neither texts nor numbers");
		dictionary.put(key, value);
	}

	/** Python 2 hands over the entries as one list of pairs; Python 3 sets them afterwards. */
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
		throw PickleStack.malformed();
	}
}
