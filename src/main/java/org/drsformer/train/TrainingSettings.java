package org.drsformer.train;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;

import org.drsformer.DrsformerException;
import org.drsformer.network.Configuration;
import org.drsformer.train.data.DataSettings;
import org.drsformer.train.recipe.Recipe;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;

/**
 * What is trained, from what, and how: all that decides the result.
 *
 * @param configuration of the network
 * @param from the checkpoint whose weights are the start, as its file or name; null to start from random weights
 * @param data to learn from
 * @param recipe how to learn
 */
public record TrainingSettings(Configuration configuration, String from, DataSettings data, Recipe recipe) {

	private static final Set<String> OPTIONAL = Set.of("from", "validation");
	private static final Gson GSON = new GsonBuilder()
		.registerTypeHierarchyAdapter(Path.class,
			(JsonSerializer<Path>) (path, type, context) -> new JsonPrimitive(path.toString()))
		.registerTypeHierarchyAdapter(Path.class,
			(JsonDeserializer<Path>) (json, type, context) -> Path.of(json.getAsString()))
		.setPrettyPrinting()
		.create();

	/** As a text, from which {@link #parse} makes the same. */
	String text() {
		return GSON.toJson(this);
	}

	/** @throws DrsformerException if this is no text of settings, or of some that make no sense */
	static TrainingSettings parse(final String text) {
		try {
			RecordShape.check(JsonParser.parseString(text), TrainingSettings.class, OPTIONAL);
			// the text again: out of a parsed one, Gson takes numbers that are too large, and wraps them
			return GSON.fromJson(text, TrainingSettings.class);
		}
		catch (final JsonParseException | InvalidPathException failure) {
			throw new DrsformerException(failure.getMessage(), failure);
		}
		catch (final RuntimeException failure) {
			// this is how Gson hands on what the constructors of records refuse
			if (failure.getCause() instanceof final DrsformerException refused)
				throw refused;
			throw failure;
		}
	}
}
