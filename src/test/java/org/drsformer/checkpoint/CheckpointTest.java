package org.drsformer.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.drsformer.DrsformerException;
import org.drsformer.FixtureWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads files of PyTorch (the fixtures) and files of ours. */
class CheckpointTest {

	@TempDir
	Path folder;

	/** The golden values come from the formula, not from the files. */
	@ParameterizedTest
	@ValueSource(strings = { "d8_plain/deraining.pth", "d8_plain/legacy.pth", "d8_plain/module_prefix.pth",
		"d8_plain/params_ema.pth", "d8_plain/plain_state_dict.pth", "d8_mefc_biasfree_bias_1ch/deraining.pth",
		"d16_mefc/deraining.pth" })
	void everyFormHasTheWeightsOfItsManifest(final String file) throws IOException {
		final String network = file.substring(0, file.indexOf('/'));
		assertSame(FixtureWeights.generate("fixtures/" + network + "/manifest.json"), fixture(file));
	}

	@Test
	void theBundledModelIsRead() throws IOException {
		try (InputStream stream = Checkpoint.class.getResourceAsStream("/org/drsformer/model/drsformer-compact.pth")) {
			assertTrue(Checkpoint.read(stream, "drsformer-compact.pth").parameterCount() > 800_000);
		}
	}

	/** Java closes a channel whose thread is interrupted, which is no fault of the file. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void anInterruptCancels(final boolean beforeOpening) {
		final Path file = folder.resolve("weights.pth");
		Checkpoint.of(Map.of("weight", new Tensor(new int[] { 2 }, new float[] { 1, 2 }))).write(file);
		try {
			if (beforeOpening) {
				Thread.currentThread().interrupt();
				assertThrows(CancellationException.class, () -> Checkpoint.read(file));
				assertThrows(CancellationException.class, () -> TorchReader.read(file));
			}
			else
				try (CheckpointFile opened = CheckpointFile.open(file)) {
					Thread.currentThread().interrupt();
					assertThrows(CancellationException.class, opened::load);
				}
		}
		finally {
			assertTrue(Thread.interrupted());
		}
	}

	@Test
	void writtenWeightsAreReadBitByBit() throws IOException {
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		tensors.put("scalar", new Tensor(new int[0], new float[] { -0f }));
		tensors.put("empty", new Tensor(new int[] { 0, 3 }, new float[0]));
		tensors.put("odd \u00e4", new Tensor(new int[] { 2, 1, 3 },
			new float[] { Float.MAX_VALUE, -Float.MIN_NORMAL, Float.MIN_VALUE, 1e38f, -1.1f, 70_000 }));
		final Checkpoint written = Checkpoint.of(tensors);
		final Path file = folder.resolve("copy.pth");
		written.write(file);
		assertSame(written, Checkpoint.read(file));
	}

	@Test
	void aFullFixtureSurvivesWriting() throws IOException {
		final Checkpoint fixture = fixture("d16_mefc/deraining.pth");
		final Path file = folder.resolve("copy.pth");
		fixture.write(file);
		fixture.write(file);
		assertSame(fixture, Checkpoint.read(file));
		assertEquals(1, folder.toFile().list().length, "nothing but the checkpoint is left");
	}

	@Test
	void averagedWeightsArePreferredAndOtherValuesIgnored() {
		final Checkpoint last = one("w", 1);
		final Checkpoint averaged = one("w", 2);
		final Path file = folder.resolve("both.pth");
		final Map<String, Object> contents = new LinkedHashMap<>();
		contents.put("params", last);
		contents.put("params_ema", averaged);
		contents.put("epoch", 1L << 40);
		contents.put("losses", List.of(0.5, -1, "text", true, List.of()));
		contents.put("best", null);
		TorchWriter.write(file, contents);
		assertSame(averaged, Checkpoint.read(file));
	}

	@Test
	void weightsAreFoundUnderStateDictAndAtTheTop() {
		for (final Map<String, ?> contents : List.of(Map.of("state_dict", one("module.w", 3), "epoch", 4),
			one("w", 3).tensors())) {
			final Path file = folder.resolve("weights.pth");
			TorchWriter.write(file, contents);
			assertSame(one("w", 3), Checkpoint.read(file));
		}
	}

	@Test
	void aFailedWriteLeavesNothing() throws IOException {
		final Path file = Files.createDirectory(folder.resolve("taken.pth"));
		Files.createFile(file.resolve("full"));
		final String message = assertThrows(DrsformerException.class, () -> one("w", 1).write(file)).getMessage();
		assertTrue(message.contains("taken.pth cannot be written"), message);
		assertEquals(1, folder.toFile().list().length);
	}

	static Checkpoint one(final String name, final float value) {
		return Checkpoint.of(Map.of(name, new Tensor(new int[] { 1, 1 }, new float[] { value })));
	}

	static Checkpoint fixture(final String file) throws IOException {
		try (InputStream stream = CheckpointTest.class.getResourceAsStream("/fixtures/" + file)) {
			return Checkpoint.read(stream, file);
		}
	}

	static void assertSame(final Checkpoint expected, final Checkpoint actual) {
		assertEquals(new ArrayList<>(expected.tensors().keySet()), new ArrayList<>(actual.tensors().keySet()));
		expected.tensors().forEach((name, tensor) -> {
			assertArrayEquals(tensor.shape(), actual.tensors().get(name).shape(), name);
			assertArrayEquals(bits(tensor.data()), bits(actual.tensors().get(name).data()), name);
		});
	}

	private static int[] bits(final float[] values) {
		final int[] bits = new int[values.length];
		for (int i = 0; i < bits.length; i++)
			bits[i] = Float.floatToRawIntBits(values[i]);
		return bits;
	}
}
