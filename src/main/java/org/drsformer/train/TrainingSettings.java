package org.drsformer.train;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;

import org.drsformer.DrsformerException;
import org.drsformer.network.configuration.Configuration;
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
 * The settings that decide the result of a training.
 *
 * @param configuration the network to train
 * @param from the model whose weights are the start, by its name or file; null to start from random weights
 * @param data the images to learn from
 * @param recipe how to learn
 */
public record TrainingSettings(Configuration configuration, String from, DataSettings data, Recipe recipe) {

	private static final Set<String> OPTIONAL = Set.of("from", "validation", "keep", "architecture", "refinement",
		"gradient", "range");
	private static final Gson GSON = new GsonBuilder()
		.registerTypeHierarchyAdapter(Path.class,
			(JsonSerializer<Path>) (path, type, context) -> new JsonPrimitive(path.toString()))
		.registerTypeHierarchyAdapter(Path.class,
			(JsonDeserializer<Path>) (json, type, context) -> Path.of(json.getAsString()))
		.setPrettyPrinting()
		.create();

	/** Returns the settings as a text that {@link #parse} reads. */
	String text() {
		return GSON.toJson(this);
	}

	/** @throws DrsformerException if the text holds no settings, or invalid ones */
	static TrainingSettings parse(final String text) {
		try {
			RecordShape.check(JsonParser.parseString(text), TrainingSettings.class, OPTIONAL);
			// parsed again from the text: from parsed JSON, Gson accepts numbers that are too large, and wraps them
			return GSON.fromJson(text, TrainingSettings.class);
		}
		catch (final JsonParseException | InvalidPathException failure) {
			throw new DrsformerException(failure.getMessage(), failure);
		}
		catch (final RuntimeException failure) {
			// Gson wraps the failures of the constructors of records
			if (failure.getCause() instanceof final DrsformerException refused)
				throw refused;
			throw failure;
		}
	}
}
