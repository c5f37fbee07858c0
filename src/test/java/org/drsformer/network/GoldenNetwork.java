package org.drsformer.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.drsformer.FixtureWeights;
import org.drsformer.Npy;
import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.network.configuration.Configuration;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** A network of the fixtures with results of the original. The README of the fixtures tells the origin of the files. */
public record GoldenNetwork(String name, JsonObject manifest, Map<String, Tensor> weights) {

	/** Networks of every kind, small enough for any test. */
	static final String[] SMALL = { "d8_plain", "d8_mefc_biasfree_bias_1ch", "d16_mefc", "r_d8_withbias",
		"r_d8_biasfree_bias_gray", "r_d8_dual_pixel" };
	/** Networks of the published sizes. */
	static final String[] FULL = { "full48_mefc", "full48_200L_SPA" };

	private static GoldenNetwork last;

	/** Returns the network of a folder. Keeps the last network, since large ones take half a second. */
	public static synchronized GoldenNetwork load(final String name) {
		if (last == null || !last.name.equals(name)) {
			final String file = folder(name) + "manifest.json";
			last = new GoldenNetwork(name, FixtureWeights.manifest(file), FixtureWeights.generate(file).tensors());
		}
		return last;
	}

	/** An entry of a list in the manifest, such as one of {@code raw}. */
	record Entry(String network, JsonObject json) {

		String text(final String key) {
			return json.get(key).getAsString();
		}

		/** Returns whether no scores are nearly equal, so that every right implementation gives close results. */
		boolean strict() {
			return json.get("strict").getAsBoolean();
		}

		public GoldenNetwork load() {
			return GoldenNetwork.load(network);
		}

		@Override
		public String toString() {
			return network + " " + text(json.has("input") ? "input" : "file");
		}
	}

	/** Returns the entries of a list in the manifests of these networks. */
	static Stream<Entry> entries(final String list, final String... networks) {
		return Stream.of(networks).flatMap(name -> {
			final JsonArray array = FixtureWeights.manifest(folder(name) + "manifest.json").getAsJsonArray(list);
			return StreamSupport.stream(array.spliterator(), false)
				.map(JsonElement::getAsJsonObject)
				.map(json -> new Entry(name, json));
		});
	}

	private static String folder(final String name) {
		return "fixtures/" + name + "/";
	}

	/** Returns the path of a file of this network on the class path. */
	String path(final String file) {
		return folder(name) + file;
	}

	Configuration configuration() {
		return Configuration.infer(weights, name);
	}

	/** Returns the same network with the weights of a checkpoint in its folder. */
	GoldenNetwork read(final String checkpoint) {
		try (InputStream stream = GoldenNetwork.class.getResourceAsStream("/" + path(checkpoint))) {
			return new GoldenNetwork(name, manifest, Checkpoint.read(stream, checkpoint).tensors());
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	public RestorationNetwork build(final NDManager manager) {
		return RestorationNetwork.of(configuration(), weights, manager);
	}

	Npy array(final String file) {
		return Npy.read(path(file));
	}

	/** Returns a golden array, (N, C, H, W), as a map (N, H, W, C). */
	NDArray map(final String file, final NDManager manager) {
		return Maps.of(array(file), manager);
	}
}
