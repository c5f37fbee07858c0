package org.drsformer.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the weights of a model in what a training script saved. */
final class StateDict {

	/** In the order of preference: BasicSR keeps the averaged weights, which do better, next to the last ones. */
	private static final List<String> PLACES = List.of("params_ema", "params", "state_dict");

	/** What DataParallel puts in front of every name. */
	private static final String WRAPPER = "module.";

	private static final int MOST_SHOWN = 5;
	private static final int LONGEST_NAME = 200;

	private StateDict() {}

	/** The weights by name, in the order of the file. */
	static Map<String, StoredTensor> find(final Object content) {
		if (!(content instanceof final Map<?, ?> top))
			throw Refusal.foreign("it holds no dictionary of weights");
		for (final String place : PLACES)
			if (top.get(place) instanceof final Map<?, ?> weights && !weights.isEmpty())
				return tensors(weights);
		if (top.values().stream().noneMatch(StoredTensor.class::isInstance))
			throw Refusal.foreign("it has no weights under params_ema, params, state_dict or at its top level" + found(top));
		return tensors(top);
	}

	private static Map<String, StoredTensor> tensors(final Map<?, ?> weights) {
		final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
		weights.forEach((key, value) -> {
			if (!(key instanceof final String name) || !(value instanceof final StoredTensor tensor))
				throw Refusal.foreign("among its weights, '" + Refusal.quote(key.toString()) + "' is not a tensor");
			checkName(name);
			if (tensors.put(name.startsWith(WRAPPER) ? name.substring(WRAPPER.length()) : name, tensor) != null)
				throw Refusal.foreign("it has two tensors of the name " + Refusal.quote(name));
		});
		return tensors;
	}

	/** Names are shown to people when they do not fit, so they must be fit to be shown. */
	private static void checkName(final String name) {
		if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl))
			throw Refusal.foreign("it has a tensor of the absurd name " + Refusal.quote(name));
	}

	private static String found(final Map<?, ?> top) {
		return top.isEmpty() ? "" : top.keySet().stream().limit(MOST_SHOWN).map(key -> Refusal.quote(key.toString()))
			.collect(Collectors.joining(", ", " (only ", top.size() > MOST_SHOWN ? ", ...)" : ")"));
	}
}
