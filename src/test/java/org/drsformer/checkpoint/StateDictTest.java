package org.drsformer.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.drsformer.checkpoint.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights are found in all places and under all names that scripts save them under. */
class StateDictTest {

	@ParameterizedTest
	@ValueSource(strings = { "module.", "_orig_mod.", "module._orig_mod.", "_orig_mod.module.", "module.module.",
		"model.", "model.module.", "net.", "generator.", "" })
	void prefixesAreDropped(final String prefix) throws IOException {
		assertEquals(Set.of("patch_embed.proj.weight", "output.module.model.weight"),
			read(Map.of(prefix + "patch_embed.proj.weight", one(1), prefix + "output.module.model.weight", one(2)))
				.tensors()
				.keySet());
	}

	@Test
	void everyPlaceIsKnownAloneAndInsideOfAnother() throws IOException {
		for (final String place : StateDict.PLACES) {
			assertReads(1, Map.of(place, Map.of("w", one(1)), "epoch", 5, "optimizer", Map.of("w", one(2))));
			for (final String outer : StateDict.PLACES)
				assertReads(1, Map.of(outer, Map.of(place, Map.of("module.w", one(1)), "step", 3), "discriminator",
					Map.of("w", one(2))));
		}
	}

	/** Averaged weights come first, and a place without tensors is skipped. */
	@Test
	void theFirstPlaceCounts() throws IOException {
		assertEquals(List.of("params_ema", "ema_state_dict", "params", "state_dict", "model_state_dict", "model", "net",
			"generator"), StateDict.PLACES);
		final Map<String, Object> contents = new LinkedHashMap<>();
		contents.put("w", one(-1));
		for (int i = StateDict.PLACES.size() - 1; i >= 0; i--) {
			contents.put(StateDict.PLACES.get(i), Map.of("w", one(i)));
			assertReads(i, contents);
		}
		contents.put("params_ema", Map.of());
		assertReads(1, contents);
		contents.put("ema_state_dict", Map.of("decay", 0.999, "shadow", List.of()));
		assertReads(2, contents);
		contents.put("params", "deraining.pth");
		assertReads(3, contents);
	}

	/** If the network needs one of them, it names it as missing later. */
	@Test
	void everythingButTensorsIsLeftOut() throws IOException {
		final Map<String, Object> weights = new LinkedHashMap<>();
		weights.put("_extra_state", null);
		weights.put("w", one(1));
		weights.put("epoch", 3);
		weights.put("module._metadata", Map.of("", Map.of("version", 1)));
		assertReads(1, weights);
	}

	@Test
	void twoOfOneNameAreRefused() throws IOException {
		final String message = Forged.refusal(bytes(Map.of("module.w", one(1), "module.module.w", one(2))));
		assertTrue(message.contains("two tensors with the name module."), message);
	}

	private static Tensor one(final float value) {
		return new Tensor(new int[] { 1 }, new float[] { value });
	}

	private static void assertReads(final float expected, final Map<String, ?> contents) throws IOException {
		final Map<String, Tensor> tensors = read(contents).tensors();
		assertEquals(Set.of("w"), tensors.keySet());
		assertArrayEquals(new float[] { expected }, tensors.get("w").data());
	}

	private static Checkpoint read(final Map<String, ?> contents) throws IOException {
		return Checkpoint.read(Source.of(bytes(contents)), "forged.pth");
	}

	private static byte[] bytes(final Map<String, ?> contents) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		TorchWriter.write(out, contents);
		return out.toByteArray();
	}
}
