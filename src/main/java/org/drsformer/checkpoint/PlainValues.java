package org.drsformer.checkpoint;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.checkpoint.pickle.StoredTensor;
import org.drsformer.checkpoint.source.Refusal;

/**
 * Turns the content of a pickle into values that anybody may walk through: no container contains itself, and none is
 * nested more than {@value #DEEPEST} deep. A container that stands in several places stays one container.
 */
final class PlainValues {

	private static final int DEEPEST = 64;

	private final TensorLoader loader;
	private final Map<Object, Object> made = new IdentityHashMap<>();

	PlainValues(final TensorLoader loader) {
		this.loader = loader;
	}

	/** @throws Refusal if a container contains itself, or is nested too deep */
	Map<String, Object> of(final Map<?, ?> dictionary) throws IOException {
		return dictionary(dictionary, 0);
	}

	private Map<String, Object> dictionary(final Map<?, ?> dictionary, final int depth) throws IOException {
		final Map<String, Object> result = new LinkedHashMap<>();
		for (final Map.Entry<?, ?> entry : dictionary.entrySet()) {
			final String key = entry.getKey().toString();
			if (!isLeftOut(entry.getValue()))
				result.put(key, value(entry.getValue(), key, depth));
		}
		return result;
	}

	private List<Object> list(final List<?> list, final String name, final int depth) throws IOException {
		final List<Object> result = new ArrayList<>();
		for (final Object item : list)
			result.add(isLeftOut(item) ? null : value(item, name, depth));
		return result;
	}

	private static boolean isLeftOut(final Object value) {
		return !(value == null || value instanceof Boolean || value instanceof Long || value instanceof BigInteger
			|| value instanceof Double || value instanceof String || value instanceof byte[] || value instanceof List
			|| value instanceof Object[] || value instanceof Map || value instanceof StoredTensor);
	}

	/** @param name the key of the value, for the message if it is a tensor with NaN */
	private Object value(final Object value, final String name, final int depth) throws IOException {
		if (value instanceof final StoredTensor tensor)
			return loader.load(name, tensor);
		return value instanceof Map || value instanceof List || value instanceof Object[]
			? container(value, name, depth + 1)
			: value;
	}

	private Object container(final Object value, final String name, final int depth) throws IOException {
		if (depth > DEEPEST)
			throw Refusal
				.damaged("it holds containers in each other, or in themselves, more than " + DEEPEST + " deep");
		Object result = made.get(value);
		if (result == null) {
			if (value instanceof final Map<?, ?> dictionary)
				result = dictionary(dictionary, depth);
			else
				result = list(value instanceof final List<?> list ? list : Arrays.asList((Object[]) value), name,
					depth);
			made.put(value, result);
		}
		return result;
	}
}
