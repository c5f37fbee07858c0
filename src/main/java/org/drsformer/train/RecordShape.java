package org.drsformer.train;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;

/** Checks that a JSON text has all components of a record: Gson takes null or 0 for missing ones. */
final class RecordShape {

	private RecordShape() {
		// static functions only
	}

	/**
	 * Checks a record and the records and lists in it.
	 *
	 * @param optional the names of the components that may be missing or null
	 * @throws JsonParseException that names a missing component
	 */
	static void check(final JsonElement json, final Class<?> record, final Set<String> optional) {
		if (json == null || !json.isJsonObject())
			throw new JsonParseException(record.getSimpleName() + " is missing");
		for (final RecordComponent component : record.getRecordComponents()) {
			final JsonElement value = json.getAsJsonObject().get(component.getName());
			if (!isNull(value))
				check(value, component.getGenericType(), component.getName(), optional);
			else if (!optional.contains(component.getName()))
				throw new JsonParseException(component.getName() + " is missing");
		}
	}

	private static void check(final JsonElement value, final Type type, final String name, final Set<String> optional) {
		if (type instanceof final Class<?> single && single.isRecord())
			check(value, single, optional);
		else if (type instanceof final ParameterizedType list && list.getRawType() == List.class)
			checkItems(value, list.getActualTypeArguments()[0], name, optional);
	}

	private static void checkItems(final JsonElement list, final Type type, final String name,
		final Set<String> optional)
	{
		if (!list.isJsonArray())
			throw new JsonParseException(name + " is not a list");
		for (final JsonElement item : list.getAsJsonArray())
			if (isNull(item))
				throw new JsonParseException(name + " has a gap");
			else
				check(item, type, name, optional);
	}

	private static boolean isNull(final JsonElement value) {
		return value == null || value.isJsonNull();
	}
}
