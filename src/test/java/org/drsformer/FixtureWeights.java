package org.drsformer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.checkpoint.Tensor;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The weights of the golden networks, computed by the formula in the README of the fixtures. */
public final class FixtureWeights {

	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	private FixtureWeights() {}

	/** Returns the weights that a manifest describes, such as {@code fixtures/d8_plain/manifest.json}, in its order. */
	public static Checkpoint generate(final String manifestResource) {
		final JsonObject manifest = manifest(manifestResource);
		final long seed = manifest.get("seed").getAsLong();
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		for (final JsonElement element : manifest.getAsJsonArray("tensors")) {
			final JsonObject tensor = element.getAsJsonObject();
			tensors.put(tensor.get("name").getAsString(), tensor(tensor, seed));
		}
		return Checkpoint.of(tensors);
	}

	/** Returns a manifest from the class path. */
	public static JsonObject manifest(final String resource) {
		try (Reader reader = new InputStreamReader(
			Objects.requireNonNull(FixtureWeights.class.getResourceAsStream("/" + resource), resource),
			StandardCharsets.UTF_8)) {
			return JsonParser.parseReader(reader).getAsJsonObject();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Tensor tensor(final JsonObject description, final long seed) {
		final int[] shape = new Gson().fromJson(description.get("shape"), int[].class);
		final float[] data = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
		final double a = description.get("a").getAsDouble();
		final double b = description.get("b").getAsDouble();
		final long start = seed * GOLDEN + fnv1a64(description.get("name").getAsString());
		for (int i = 0; i < data.length; i++)
			data[i] = (float) (a + b * uniform(start + (i + 1) * GOLDEN));
		return new Tensor(shape, data);
	}

	/** Returns a number of splitmix64 in -1..1. */
	static double uniform(final long state) {
		long z = state;
		z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
		z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
		z ^= z >>> 31;
		return ((z >>> 40) + 0.5) * 0x1p-23 - 1;
	}

	static long fnv1a64(final String text) {
		long hash = 0xcbf29ce484222325L;
		for (final byte b : text.getBytes(StandardCharsets.UTF_8))
			hash = (hash ^ b & 0xff) * 0x100000001b3L;
		return hash;
	}
}
