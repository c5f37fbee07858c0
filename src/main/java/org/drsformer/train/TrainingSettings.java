package org.drsformer.train;

import java.nio.file.Path;

import org.drsformer.network.Configuration;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.JsonDeserializer;

/**
 * What is trained, from what, and how: all that decides the result.
 *
 * @param configuration of the network
 * @param from the checkpoint whose weights are the start, as its file or name; null to start from random weights
 * @param data to learn from
 * @param recipe how to learn
 */
public record TrainingSettings(Configuration configuration, String from, DataSettings data, Recipe recipe) {

	private static final Gson GSON = new GsonBuilder().registerTypeHierarchyAdapter(Path.class,
		(JsonSerializer<Path>) (path, type, context) -> new JsonPrimitive(path.toString())).registerTypeHierarchyAdapter(
			Path.class, (JsonDeserializer<Path>) (json, type, context) -> Path.of(json.getAsString())).setPrettyPrinting()
		.create();

	/** As a text, from which {@link #parse} makes the same. */
	String text() {
		return GSON.toJson(this);
	}

	/** @throws RuntimeException if this is no text of settings */
	static TrainingSettings parse(final String text) {
		return GSON.fromJson(text, TrainingSettings.class);
	}
}
