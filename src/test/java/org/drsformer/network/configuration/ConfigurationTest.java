package org.drsformer.network.configuration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

import org.drsformer.DrsformerException;
import org.drsformer.FixtureWeights;
import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.checkpoint.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The manifests of the fixtures hold the options that the original network was built with, and its tensors. */
class ConfigurationTest {

	@ParameterizedTest
	@ValueSource(strings = { "d8_plain", "d8_mefc_biasfree_bias_1ch", "d16_mefc", "full48_mefc", "full48_200L_SPA",
		"r_d8_withbias", "r_d8_biasfree_bias_gray", "r_d8_dual_pixel" })
	void configurationsAndLayoutsAreThoseOfTheManifests(final String network) {
		final JsonObject manifest = FixtureWeights.manifest("fixtures/" + network + "/manifest.json");
		final Map<String, Tensor> tensors = shapesOf(manifest);
		final Configuration configuration = Configuration.infer(tensors, network);
		assertEquals(configurationOf(manifest), configuration);
		assertEquals(manifest.get("params").getAsLong(), configuration.parameterCount());
		final Map<String, int[]> layout = Layout.of(configuration);
		assertEquals(new ArrayList<>(tensors.keySet()), new ArrayList<>(layout.keySet()));
		tensors.forEach((name, tensor) -> assertArrayEquals(tensor.shape(), layout.get(name), name));
	}

	/** The network of all tasks but denoising, whose layer normalisation is free of biases. */
	@Test
	void thePublishedRestormerHasItsLayout() {
		final Map<String, Tensor> tensors = shapesOf(published());
		final Configuration configuration = Configuration.infer(tensors, "published");
		assertEquals(
			"Restormer, dim 48, blocks [4, 6, 6, 8], refinement 4, heads [1, 2, 4, 8], expansion 2.66, withbias",
			configuration.describe());
		assertEquals(26_126_644, configuration.parameterCount());
		assertEquals(494, tensors.size());
		tensors.keySet().removeIf(name -> name.matches(".*norm..body.bias"));
		final Configuration biasFree = Configuration.infer(tensors, "published");
		assertEquals(Configuration.LayerNormType.BIAS_FREE, biasFree.layerNorm());
		assertEquals(26_111_668, biasFree.parameterCount());
		assertEquals(406, tensors.size());
	}

	@Test
	void tensorsThatDoNotFitRestormerAreNamed() {
		assertRefused("r_d8_withbias", tensors -> tensors.remove("refinement.1.attn.temperature"),
			"refinement.1.attn.temperature is missing;");
		assertRefused("r_d8_withbias", tensors -> tensors.put("skip_conv.weight", filled(16, 8, 1, 1)),
			"skip_conv.weight is unexpected;");
		assertRefused("r_d8_dual_pixel", tensors -> tensors.remove("skip_conv.weight"), "skip_conv.weight is missing;");
		assertRefused("r_d8_dual_pixel", tensors -> tensors.put("patch_embed.proj.weight", filled(8, 5, 3, 3)),
			"There is no such Restormer: it adds an image of 5 channels to an output of 3.");
		assertRefused("r_d8_withbias", tensors -> tensors.put("latent.0.ffn.dwconv3x3.weight", scalar()),
			"latent.0.ffn.dwconv3x3.weight");
		assertRefused("r_d8_withbias", tensors -> {
			for (int block = 0; block < 50_000; block++)
				tensors.put("refinement." + block + ".attn.temperature", scalar());
		}, "its refinement of 101 blocks is not between 0 and 100");
	}

	@Test
	void theBundledModelHasAnExpansionOfTwo() throws IOException {
		try (InputStream stream = Checkpoint.class.getResourceAsStream("/org/drsformer/model/drsformer-compact.pth")) {
			final Configuration configuration = Configuration.infer(Checkpoint.read(stream, "compact").tensors(),
				"compact");
			assertEquals(2.0, configuration.expansion());
		}
	}

	/** For every factor that a network was built with, the factor that is found gives the same widths. */
	@Test
	void expansionFactorsReproduceAllWidths() {
		final Random random = new Random(7);
		for (int i = 0; i < 2000; i++) {
			final int dim = 2 * (1 + random.nextInt(64));
			final double factor = 0.5 + 4 * random.nextDouble();
			final int[] hidden = { (int) (dim * factor), (int) (2 * dim * factor), (int) (4 * dim * factor),
				(int) (8 * dim * factor) };
			final double found = Expansion.find(dim, hidden);
			for (int level = 0; level < 4; level++)
				assertEquals(hidden[level], (int) ((dim << level) * found), "dim " + dim + ", factor " + factor);
		}
		assertTrue(Double.isNaN(Expansion.find(8, new int[] { 21, 42, 85, 177 })));
	}

	@Test
	void missingAndUnexpectedTensorsAndOtherShapesAreNamed() {
		assertRefused(tensors -> tensors.remove("latent.0.attn.attn3"), "latent.0.attn.attn3 is missing;");
		assertRefused(tensors -> tensors.put("extra", scalar()), "extra is unexpected;");
		assertRefused(tensors -> tensors.put("output.weight", empty(3, 0, 3, 3)),
			"output.weight is 3x0x3x3 instead of 3x16x3x3;");
		assertRefused(tensors -> tensors.put("latent.0.ffn.project_out.weight", empty(0)),
			"latent.0.ffn.project_out.weight is 0 instead of");
		assertRefused(tensors -> tensors.put("decoder_level1.1.attn.attn1", scalar()),
			"decoder_level1.1.attn.attn1 is unexpected;");
		assertRefused(tensors -> tensors.remove("encoder_level1.0.norm1.body.bias"), "norm2.body.bias is unexpected");
	}

	@Test
	void theMissingTensorsOfAnotherArchitectureAreNamed() {
		final Map<String, Tensor> other = Map.of("conv1.weight",
			new Tensor(new int[] { 64, 3, 7, 7 }, new float[64 * 3 * 49]));
		final String message = assertThrows(DrsformerException.class, () -> Configuration.infer(other, "resnet.pth"))
			.getMessage();
		assertTrue(message.startsWith("The checkpoint resnet.pth does not hold a DRSformer or Restormer"), message);
		assertTrue(
			message.contains("patch_embed.proj.weight is missing, encoder_level1.0.norm1.body.weight is missing"),
			message);
		assertTrue(message.endsWith("and 726 more; choose a checkpoint of a DRSformer or Restormer."), message);
	}

	@Test
	void impossibleNetworksAreRefused() {
		assertImpossible("image channels", 0, 0, 8, List.of(1, 1, 1, 1), List.of(1, 2, 4, 8), 2);
		assertImpossible("output of 1", 3, 1, 8, List.of(1, 1, 1, 1), List.of(1, 2, 4, 8), 2);
		assertImpossible("dim 1000000000", 3, 3, 1_000_000_000, List.of(1, 1, 1, 1), List.of(1, 2, 4, 8), 2);
		assertImpossible("dim 7", 3, 3, 7, List.of(1, 1, 1, 1), List.of(1, 1, 1, 1), 2);
		assertImpossible("blocks", 3, 3, 8, List.of(1, 1, 1), List.of(1, 2, 4, 8), 2);
		assertImpossible("blocks", 3, 3, 8, List.of(1, 1, 1, 1_000_000_000), List.of(1, 2, 4, 8), 2);
		assertImpossible("attention heads", 3, 3, 8, List.of(1, 1, 1, 1), List.of(3, 2, 4, 8), 2);
		assertImpossible("attention heads", 3, 3, 8, List.of(1, 1, 1, 1), List.of(8, 2, 4, 8), 2);
		assertImpossible("expansion", 3, 3, 8, List.of(1, 1, 1, 1), List.of(1, 2, 4, 8), Double.NaN);
		assertImpossible("expansion", 3, 3, 8, List.of(1, 1, 1, 1), List.of(1, 2, 4, 8), 1e9);
	}

	/** A shape without values takes no bytes of a file, even if its other axes are huge. */
	@Test
	void absurdSizesInACheckpointAreRefused() {
		assertRefused(tensors -> tensors.put("patch_embed.proj.weight", empty(1_000_000_000, 0, 3, 3)), "instead of");
		assertRefused(
			tensors -> tensors.put("patch_embed.proj.weight", new Tensor(new int[] { 100_000, 3 }, new float[300_000])),
			"dim 100000");
		assertRefused(tensors -> {
			for (int block = 0; block < 50_000; block++)
				tensors.put("latent." + block + ".attn.attn1", scalar());
		}, "blocks [1, 2, 1, 101]");
	}

	private static void assertRefused(final Consumer<Map<String, Tensor>> change, final String expected) {
		assertRefused("d8_plain", change, expected);
	}

	private static void assertRefused(final String network, final Consumer<Map<String, Tensor>> change,
		final String expected)
	{
		final Map<String, Tensor> tensors = shapesOf(FixtureWeights.manifest("fixtures/" + network + "/manifest.json"));
		change.accept(tensors);
		final String message = assertThrows(DrsformerException.class, () -> Configuration.infer(tensors, "some.pth"))
			.getMessage();
		assertTrue(message.startsWith("The checkpoint some.pth ") && message.contains(expected), message);
	}

	private static void assertImpossible(final String expected, final int in, final int out, final int dim,
		final List<Integer> blocks, final List<Integer> heads, final double expansion)
	{
		final String message = assertThrows(DrsformerException.class, () -> new Configuration(in, out, dim, blocks,
			heads, expansion, false, Configuration.LayerNormType.WITH_BIAS, false)).getMessage();
		assertTrue(message.contains(expected), message);
	}

	private static Configuration configurationOf(final JsonObject manifest) {
		final JsonObject config = manifest.getAsJsonObject("config");
		final boolean restormer = config.has("num_refinement_blocks");
		return new Configuration(restormer ? Architecture.RESTORMER : Architecture.DRSFORMER,
			config.get("inp_channels").getAsInt(), config.get("out_channels").getAsInt(), config.get("dim").getAsInt(),
			numbers(config.get("num_blocks")), numbers(config.get("heads")),
			config.get("ffn_expansion_factor").getAsDouble(), config.get("bias").getAsBoolean(),
			config.get("LayerNorm_type").getAsString().equals("WithBias") ? Configuration.LayerNormType.WITH_BIAS
				: Configuration.LayerNormType.BIAS_FREE,
			manifest.get("mefc").getAsBoolean(), restormer ? config.get("num_refinement_blocks").getAsInt() : 0);
	}

	private static List<Integer> numbers(final JsonElement array) {
		return List.of(new Gson().fromJson(array, Integer[].class));
	}

	/** Returns the tensors of a manifest, without values. */
	private static Map<String, Tensor> shapesOf(final JsonObject manifest) {
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		for (final JsonElement element : manifest.getAsJsonArray("tensors")) {
			final JsonObject tensor = element.getAsJsonObject();
			tensors.put(tensor.get("name").getAsString(),
				filled(new Gson().fromJson(tensor.get("shape"), int[].class)));
		}
		return tensors;
	}

	private static Tensor filled(final int... shape) {
		int size = 1;
		for (final int axis : shape)
			size *= axis;
		return new Tensor(shape, new float[size]);
	}

	private static JsonObject published() {
		return FixtureWeights.manifest("fixtures/restormer_published_layout.json");
	}

	private static Tensor scalar() {
		return new Tensor(new int[] { 1 }, new float[1]);
	}

	private static Tensor empty(final int... shape) {
		return new Tensor(shape, new float[0]);
	}
}
