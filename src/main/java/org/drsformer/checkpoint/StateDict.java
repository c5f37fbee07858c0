package org.drsformer.checkpoint;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.drsformer.checkpoint.pickle.Opaque;
import org.drsformer.checkpoint.pickle.StoredTensor;
import org.drsformer.checkpoint.source.Refusal;

/** Finds the weights of a model in what a training script saved. */
final class StateDict {

	/**
	 * The names that weights are saved under, in the order of preference: averaged weights, which give better results,
	 * before the last ones; then the names of BasicSR, of Lightning, and of other scripts. They may be nested.
	 */
	static final List<String> PLACES = List.of("params_ema", "ema_state_dict", "params", "state_dict",
		"model_state_dict", "model", "net", "generator");

	/** The prefixes that DataParallel, torch.compile and scripts put in front of every name, once or several times. */
	private static final List<String> WRAPPERS = List.of("module.", "_orig_mod.", "model.", "net.", "generator.");

	private static final int DEEPEST = 8;
	private static final int MOST_SHOWN = 5;
	private static final int LONGEST_NAME = 200;

	/** The dictionaries that were searched: a dictionary may contain itself, or stand in many places. */
	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private StateDict() {}

	/** Returns the weights by name, in the order of the file. */
	static Map<String, StoredTensor> find(final Object content) {
		if (content instanceof final Opaque object)
			throw Refusal.program("it holds a Python object (" + object +
				") instead of a dictionary of weights, and nothing in a checkpoint is run", "model");
		if (!(content instanceof final Map<?, ?> top))
			throw Refusal.foreign("it holds no dictionary of weights");
		final Map<?, ?> weights = new StateDict().search(top, 0);
		if (weights == null)
			throw Refusal
				.foreign("it has no weights under " + String.join(", ", PLACES) + " or at its top level" + found(top));
		return tensors(weights);
	}

	/** Returns the first dictionary with tensors; null if there is none. */
	private Map<?, ?> search(final Map<?, ?> dictionary, final int depth) {
		if (depth == DEEPEST || !seen.add(dictionary))
			return null;
		for (final String place : PLACES)
			if (dictionary.get(place) instanceof final Map<?, ?> inner) {
				final Map<?, ?> weights = search(inner, depth + 1);
				if (weights != null)
					return weights;
			}
		return dictionary.values().stream().anyMatch(StateDict::isTensor) ? dictionary : null;
	}

	private static boolean isTensor(final Object value) {
		return value instanceof StoredTensor || value instanceof final Opaque object && object.isTensor();
	}

	/**
	 * Returns the tensors and leaves out the rest. If a weight is among the rest, the network will name it as missing.
	 */
	private static Map<String, StoredTensor> tensors(final Map<?, ?> weights) {
		final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
		weights.forEach((key, value) -> {
			if (isTensor(value) && tensors.put(name(key), tensor(key, value)) != null)
				throw Refusal.foreign("it has two tensors with the name " + Refusal.quote(key.toString()));
		});
		return tensors;
	}

	private static StoredTensor tensor(final Object key, final Object value) {
		if (value instanceof final StoredTensor tensor)
			return tensor;
		throw Refusal
			.foreign("its tensor " + Refusal.quote(key.toString()) + " is of an unsupported kind (" + value + ")");
	}

	/** Returns the name of a tensor. Messages show names, so a name must be fit to be shown. */
	private static String name(final Object key) {
		if (!(key instanceof final String name))
			throw Refusal.foreign("it has a tensor whose name is not a text but " + key);
		if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl))
			throw Refusal.foreign("it has a tensor of the absurd name " + Refusal.quote(name));
		return unwrapped(name);
	}

	private static String unwrapped(final String name) {
		for (final String wrapper : WRAPPERS)
			if (name.startsWith(wrapper))
				return unwrapped(name.substring(wrapper.length()));
		return name;
	}

	/** Returns the names at the top of a file without weights, for the message. */
	private static String found(final Map<?, ?> top) {
		return top.isEmpty() ? ""
			: top.keySet()
				.stream()
				.limit(MOST_SHOWN)
				.map(key -> Refusal.quote(key.toString()))
				.collect(Collectors.joining(", ", " (only ", top.size() > MOST_SHOWN ? ", ...)" : ")"));
	}
}
