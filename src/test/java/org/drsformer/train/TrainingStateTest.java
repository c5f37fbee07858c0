package org.drsformer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.checkpoint.TorchReader;
import org.drsformer.checkpoint.TorchWriter;
import org.drsformer.train.learner.FreshWeights;
import org.drsformer.train.learner.LearnerState;
import org.drsformer.train.recipe.GradientSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** States of trainings with one mistake are refused with one sentence. */
class TrainingStateTest {

	private static final String TENSOR = "output.weight";

	@TempDir
	private static Path folder;
	private static Path file;
	private static Map<String, Object> written;
	private Map<String, Object> contents;

	@BeforeAll
	static void write() {
		file = folder.resolve("state.pth");
		final TrainingSettings settings = TrainingTestData.settings(folder, 4);
		new TrainingState(settings,
			LearnerState.start(settings.configuration(), FreshWeights.of(settings.configuration(), 1)),
			Double.NEGATIVE_INFINITY, 0).write(file);
		assertEquals(settings, TrainingState.read(file).settings());
		written = TorchReader.read(file);
	}

	@BeforeEach
	void copy() {
		contents = new LinkedHashMap<>(written);
	}

	@ParameterizedTest
	@ValueSource(
		strings = { "settings", "iteration", "params", "params_ema", "exp_avg", "exp_avg_sq", "best_psnr", "seconds" })
	void everyEntryIsNeeded(final String name) {
		for (final Object wrong : Arrays.asList(null, List.of(1), true, Map.of("w", 1))) {
			contents.put(name, wrong);
			assertRefused("its entry " + name + (wrong instanceof Map && name.matches("params.*|exp.*") ? "/" : " "));
		}
		contents.remove(name);
		assertRefused("its entry " + name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "params", "params_ema", "exp_avg", "exp_avg_sq" })
	void everyTensorIsNeeded(final String name) {
		final Map<String, Object> tensors = new LinkedHashMap<>();
		((Map<?, ?>) contents.get(name)).forEach((key, value) -> tensors.put((String) key, value));
		contents.put(name, tensors);
		final Tensor right = (Tensor) tensors.get(TENSOR);
		for (final Object wrong : Arrays.asList(null, 1L, "text",
			new Tensor(new int[] { right.size() }, right.data()))) {
			tensors.put(TENSOR, wrong);
			assertRefused("its entry " + name + "/" + TENSOR + " is not a tensor of 3x8x3x3");
		}
		tensors.remove(TENSOR);
		assertRefused("its entry " + name + "/" + TENSOR);
	}

	@Test
	void weightsWithNanAreRefused() {
		contents.put("params", Map.of("w", new Tensor(new int[] { 1 }, new float[] { Float.NaN })));
		final Path useless = folder.resolve("useless.pth");
		TorchWriter.write(useless, contents);
		final String sentence = assertThrows(DrsformerException.class, () -> TrainingState.read(useless)).getMessage();
		assertTrue(sentence.contains("its tensor w holds values that are NaN or infinite"), sentence);
	}

	/** Earlier versions knew one architecture, one loss and no fixed range. */
	@Test
	void settingsOfEarlierVersionsAreRead() {
		final JsonObject settings = JsonParser.parseString((String) contents.get("settings")).getAsJsonObject();
		settings.getAsJsonObject("configuration").remove("architecture");
		settings.getAsJsonObject("configuration").remove("refinement");
		settings.getAsJsonObject("recipe").remove("gradient");
		settings.getAsJsonObject("data").remove("range");
		final TrainingSettings read = TrainingSettings.parse(settings.toString());
		assertEquals(TrainingTestData.SMALL.describe(), read.configuration().describe());
		assertEquals(GradientSettings.USUAL, read.recipe().gradient());
		assertNull(read.data().range());
	}

	@Test
	void negativeStepsAndAMissingScoreAreRefused() {
		contents.put("iteration", -1L);
		assertRefused("its entry iteration");
		contents.put("iteration", 1L);
		contents.put("best_psnr", Double.NaN);
		assertRefused("its entry best_psnr");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
		value = { "\"dim\": 4|\"dim\": 5|not an even number", "\"dim\": 4|\"dim\": \"x\"|settings",
			"\"dim\": 4|\"dim\": null|dim is missing", "\"dim\": 4,||dim is missing",
			"\"WITH_BIAS\"|\"x\"|normalisation", "\"averaging\": 0.9|\"averaging\": 9|averaging",
			"\"recipe\"|\"x\"|recipe is missing", "\"clean\"|\"x\"|clean is missing", "\"rain200h\"|\"x\"|settings",
			"\"cycles\": [|\"cycles\": [null, |cycles has a gap", "\"cycles\": [|\"cycles\": 1, \"x\": [|not a list",
			"\"schedule\": {|\"schedule\": 1, \"x\": {|Schedule is missing", "{|[|settings", "{||settings",
			"\"seed\": 7|\"seed\": 1e99|settings" })
	void invalidSettingsAreRefused(final String part, final String wrong, final String expected) {
		final String settings = (String) contents.get("settings");
		assertTrue(settings.contains(part), settings);
		contents.put("settings",
			settings.replaceFirst(java.util.regex.Pattern.quote(part), wrong == null ? "" : wrong));
		assertRefused(expected);
	}

	@Test
	void textsWithoutSettingsAreRefused() {
		for (final String text : List.of("", "null", "[]", "1", "x", "{}", "[".repeat(200_000))) {
			contents.put("settings", text);
			assertRefused("its settings: ");
		}
	}

	/** The files are a dictionary that contains itself, and weights of another kind of file. */
	@Test
	void otherFilesAreRefused() throws IOException {
		for (final String other : List.of("checkpoints/self-dict.pth", "checkpoints/foreign-4.pth",
			"fixtures/d8_plain/legacy.pth")) {
			final String sentence = assertThrows(DrsformerException.class,
				() -> TrainingState.read(
					Files.copy(Path.of("src/test/resources", other), folder.resolve(Path.of(other).getFileName()))))
				.getMessage();
			assertTrue(sentence.startsWith("The file " + folder), sentence);
		}
	}

	private void assertRefused(final String expected) {
		final String sentence = refusal();
		assertTrue(
			sentence.startsWith("The file " + file + " is not the state of a training (") && sentence.contains(expected)
				&& sentence.endsWith("); name the folder of a training, or start a new one."),
			sentence);
	}

	private String refusal() {
		final StateEntries entries = new StateEntries(file, new LinkedHashMap<>(contents));
		return assertThrows(DrsformerException.class, () -> TrainingState.of(entries)).getMessage();
	}
}
