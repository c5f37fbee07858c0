package org.drsformer.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.checkpoint.TorchReader;
import org.drsformer.image.ValueRange;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.ImageFolder;
import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;
import org.drsformer.train.data.CropBatch;
import org.drsformer.train.data.CropBatches;
import org.drsformer.train.data.DataSettings;
import org.drsformer.train.data.TrainingSet;
import org.drsformer.train.learner.FreshWeights;
import org.drsformer.train.learner.LearnerState;
import org.drsformer.train.recipe.GradientSettings;
import org.drsformer.train.recipe.OptimizerSettings;
import org.drsformer.train.recipe.Patches;
import org.drsformer.train.recipe.Recipe;
import org.drsformer.train.recipe.Schedule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.process.ShortProcessor;

class TrainingTest {

	private static final int STEPS = 6;

	@TempDir
	private Path folder;

	private Path clean;

	@BeforeEach
	void images() {
		clean = TrainingTestData.clean(folder.resolve("clean"), 4, 40, 28);
	}

	private Training plan(final Path output) {
		return Training.plan(TrainingTestData.settings(clean, STEPS), TrainingTestData.run(output), Progress.NONE);
	}

	/** Returns a listener that cancels before a step, counted from 0. */
	private static TrainingListener stopBefore(final int step) {
		return fraction -> {
			if (fraction >= (double) step / STEPS)
				throw new CancellationException();
		};
	}

	@Test
	void leavesWeightsLogAndSamples() throws IOException {
		final Path output = folder.resolve("out");
		final List<StepReport> reports = new ArrayList<>();
		final TrainingSummary summary = plan(output).run(reporting(reports));
		assertEquals(STEPS, summary.steps());
		assertEquals(TrainingTestData.SMALL, Model.of(output.resolve("best.pth")).configuration());
		final Map<String, Object> last = TorchReader.read(output.resolve("last.pth"));
		assertTrue(last.keySet().containsAll(List.of("params", "params_ema")), last.keySet().toString());
		assertEquals(STEPS, reports.size());
		assertEquals(STEPS / 2, reports.stream().filter(report -> report.validation() != null).count());
		assertEquals(1 + STEPS, Files.readAllLines(output.resolve("log.csv")).size());
		final ImagePlus sample = ImageFiles.read(output.resolve("samples/0000006.png"));
		assertEquals(3 * 40, sample.getWidth());
		assertEquals(24, sample.getHeight(), "a multiple of 8");
	}

	/** The training was killed while it wrote a row. */
	@Test
	void halfARowOfTheLogIsDropped() throws IOException {
		final Path output = folder.resolve("out");
		assertThrows(CancellationException.class, () -> plan(output).run(stopBefore(3)));
		final List<String> rows = Files.readAllLines(output.resolve("log.csv"));
		Files.writeString(output.resolve("log.csv"), String.join("\n", rows) + "\n" + rows.get(1).substring(0, 1));
		Training.resume(TrainingTestData.run(output), Progress.NONE).run(TrainingListener.NONE);
		final List<String> all = Files.readAllLines(output.resolve("log.csv"));
		assertEquals(rows, all.subList(0, rows.size()));
		assertEquals(1 + STEPS, all.size());
	}

	@Test
	void aFolderWithATrainingIsLeftAlone() {
		plan(folder.resolve("out")).run(TrainingListener.NONE);
		assertTrue(assertThrows(DrsformerException.class, () -> plan(folder.resolve("out"))).getMessage()
			.contains("resume it"));
		assertTrue(assertThrows(DrsformerException.class,
			() -> Training.resume(TrainingTestData.run(folder.resolve("out")), Progress.NONE)).getMessage()
			.contains("has taken all"));
	}

	@Test
	void continuesBitByBit() {
		plan(folder.resolve("whole")).run(TrainingListener.NONE);
		final Path parts = folder.resolve("parts");
		assertThrows(CancellationException.class, () -> plan(parts).run(stopBefore(1)));
		assertThrows(CancellationException.class,
			() -> Training.resume(TrainingTestData.run(parts), Progress.NONE).run(stopBefore(5)));
		final Training rest = Training.resume(TrainingTestData.run(parts), Progress.NONE);
		assertEquals(5, rest.stepsTaken());
		rest.run(TrainingListener.NONE);
		final TrainingState one = TrainingState.read(folder.resolve("whole/state.pth"));
		final TrainingState other = TrainingState.read(parts.resolve("state.pth"));
		assertArrayEquals(one.learner().weights(), other.learner().weights());
		assertArrayEquals(one.learner().ema(), other.learner().ema());
		assertArrayEquals(one.learner().firstMoment(), other.learner().firstMoment());
		assertArrayEquals(one.learner().secondMoment(), other.learner().secondMoment());
		assertEquals(one.settings(), other.settings());
		assertEquals(one.bestPsnr(), other.bestPsnr());
	}

	@Test
	void cancellingKeepsTheBestAndTheLast() {
		final Path output = folder.resolve("out");
		assertThrows(CancellationException.class, () -> plan(output).run(stopBefore(3)));
		assertEquals(TrainingTestData.SMALL, Model.of(output.resolve("best.pth")).configuration());
		assertEquals(3L, ((Number) TorchReader.read(output.resolve("last.pth")).get("iteration")).longValue());
		assertEquals(2L, ((Number) TorchReader.read(output.resolve("best.pth")).get("iteration")).longValue());
	}

	@Test
	void startsFromACheckpoint() throws IOException {
		plan(folder.resolve("first")).run(TrainingListener.NONE);
		final String best = folder.resolve("first/best.pth").toString();
		final TrainingSettings settings = new TrainingSettings(TrainingTestData.SMALL, best,
			TrainingTestData.cleanFolder(clean), TrainingTestData.recipe(2));
		final List<StepReport> reports = new ArrayList<>();
		Training.plan(settings, TrainingTestData.run(folder.resolve("second")), Progress.NONE).run(reporting(reports));
		assertTrue(Files.exists(folder.resolve("second/best.pth")));
		assertEquals(List.of(0L, 1L, 2L), reports.stream().map(StepReport::step).toList());
		assertTrue(reports.get(0).isStart() && reports.get(0).validation().psnr() > 0);
		assertTrue(
			Files.readAllLines(folder.resolve("second/log.csv")).get(1).matches("0,[0-9.]+,,,0\\.002.*,16,.*\\d"));
	}

	/** The learning rate is much too high. */
	@Test
	void aWorseModelIsNotTheBest() {
		final Path images = Path.of("test-images/clean");
		final DataSettings data = new DataSettings(List.of(), List.of(images), "rain200h", null, 1, 0);
		final Recipe recipe = Recipe.FINE_TUNING.withSchedule(Schedule.shortOne(2, 1, 1))
			.withPatches(Patches.parse("1x16"))
			.withAveraging(0);
		final TrainingSettings settings = new TrainingSettings(Preset.COMPACT.configuration(), "compact", data, recipe);
		final TrainingSummary summary = Training
			.plan(settings, TrainingTestData.run(folder.resolve("out")), Progress.NONE)
			.run(TrainingListener.NONE);
		assertEquals(0L, ((Number) TorchReader.read(summary.best()).get("iteration")).longValue());
		assertEquals(2L, ((Number) TorchReader.read(summary.last()).get("iteration")).longValue());
	}

	private static TrainingListener reporting(final List<StepReport> reports) {
		return new TrainingListener() {

			@Override
			public void update(final double fraction) {
				assertTrue(fraction >= 0 && fraction <= 1);
			}

			@Override
			public void reported(final StepReport report) {
				reports.add(report);
			}
		};
	}

	@Test
	void learnsFromPairsOfAFolder() {
		final Path pairs = TrainingTestData.pairs(folder.resolve("pairs"), 3, 24, 24);
		final DataSettings data = new DataSettings(List.of(pairs), List.of(), "mixed", pairs, 0, 0);
		final Training training = Training.plan(
			new TrainingSettings(TrainingTestData.SMALL, null, data, TrainingTestData.recipe(2)),
			TrainingTestData.run(folder.resolve("out")), Progress.NONE);
		assertEquals(3, training.trainingImages());
		assertEquals(3, training.validationImages());
		assertEquals(2, training.run(TrainingListener.NONE).steps());
	}

	/** The crops of a large batch are those of the batches that are accumulated. */
	@Test
	void accumulatedBatchesHaveTheCropsOfTheLargeBatch() {
		final DataSettings data = TrainingTestData.cleanFolder(clean);
		final Recipe large = TrainingTestData.recipe(3).withPatches(Patches.parse("6x16"));
		final Recipe small = TrainingTestData.recipe(3).withGradient(GradientSettings.USUAL.withAccumulate(3));
		final TrainingSet set = TrainingSet.load(data, large, 3, Progress.NONE);
		try (CropBatches expected = new CropBatches(set.training(), data, large, 3);
			CropBatches batches = new CropBatches(set.training(), data, small, 3)) {
			assertEquals(6, batches.at(1).count());
			assertArrayEquals(expected.at(1).rainy(), batches.at(1).rainy());
			assertArrayEquals(expected.at(1).clean(), batches.at(1).clean());
		}
	}

	/** A file of the same pixels under another name and in another format is found, too. */
	@Test
	void warnsOfValidationImagesThatAreLearntFrom() {
		final Path pairs = TrainingTestData.pairs(folder.resolve("pairs"), 3, 24, 24);
		final Path others = folder.resolve("others");
		TrainingTestData.write(others.resolve("1.png"), 24, 24, 77);
		final Path copy = others.resolve("copy.tif");
		ImageFiles.write(ImageFiles.read(pairs.resolve("target/1.png")), copy);
		assertEquals(Optional.empty(), warning(others, null));
		assertEquals(Optional.of("1 of the 3 images to validate with are among those to learn from, such as " +
			pairs.resolve("target/1.png") + "; the scores say little about other images."), warning(others, pairs));
	}

	private Optional<String> warning(final Path learnt, final Path validation) {
		final DataSettings data = new DataSettings(List.of(), List.of(learnt), "mixed", validation, 1, 0);
		return TrainingSet.load(data, TrainingTestData.recipe(2), 3, Progress.NONE).overlap();
	}

	/** With a fixed range, a crop shows the same gray whatever other values its image has. */
	@Test
	void theValuesOfBlackAndWhiteCanBeFixed() {
		final Path dark = folder.resolve("dark");
		assertTrue(dark.toFile().mkdir());
		for (int i = 0; i < 3; i++) {
			final ShortProcessor plane = new ShortProcessor(24, 24);
			plane.setValue(1000 * (i + 1));
			plane.fill();
			plane.set(0, 0);
			ImageFiles.write(new ImagePlus("dark", plane), dark.resolve(i + ".tif"));
		}
		final Recipe recipe = TrainingTestData.recipe(2);
		final DataSettings data = new DataSettings(List.of(), List.of(dark), "mixed", null, 1, 0,
			new ValueRange(0, 4000));
		final TrainingSet set = TrainingSet.load(data, recipe, 1, Progress.NONE);
		try (CropBatches batches = new CropBatches(set.training(), data, recipe, 1)) {
			final float gray = batches.at(0).clean()[8 * 16 + 8];
			assertTrue(gray == 0.25f || gray == 0.5f || gray == 0.75f, "" + gray);
		}
	}

	/** The card of an imported model tells data, steps and score. */
	@Test
	void anImportedModelTellsHowItWasTrained() {
		final Path output = folder.resolve("out");
		plan(output).run(TrainingListener.NONE);
		final ModelLibrary library = new ModelLibrary(folder.resolve("models"));
		final String card = library.importFile(output.resolve("last.pth"), "mine").card().orElseThrow();
		assertTrue(card.contains("| data | 3 images: clean images in " + clean + " with rain rain200h added |"), card);
		assertTrue(card.contains("| steps | 6 of 6 |") && card.contains("| start | random weights |"), card);
		assertTrue(card.contains("| recipe | crops 2x16:1, loss l1, learning rate up to 0.00200, seed 7 |"), card);
		assertTrue(Pattern
			.compile(
				"\\| score \\| PSNR-Y \\d+\\.\\d\\d dB \\(before \\d+\\.\\d\\d\\), SSIM-Y .* on 1 validation images")
			.matcher(card)
			.find(), card);
	}

	/** The pairs have no rain at all, so whatever rain is seen is the ordinary one. */
	@Test
	void keepsOrdinaryRain() throws IOException {
		final Path pairs = TrainingTestData.pairs(folder.resolve("dry"), 3, 24, 24);
		for (final Path file : ImageFolder.images(pairs.resolve("target")))
			Files.copy(file, pairs.resolve("input").resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
		assertEquals(0, rainyCrops(pairs, 0));
		final int rainy = rainyCrops(pairs, 0.25);
		assertTrue(rainy >= 15 && rainy <= 35, rainy + " of 100 crops");
	}

	private static int rainyCrops(final Path pairs, final double keep) {
		final DataSettings data = new DataSettings(List.of(pairs), List.of(), "mixed", null, 1, keep);
		final Recipe recipe = TrainingTestData.recipe(100).withPatches(Patches.parse("1x16"));
		final TrainingSet set = TrainingSet.load(data, recipe, 3, Progress.NONE);
		int rainy = 0;
		try (CropBatches batches = new CropBatches(set.training(), data, recipe, 3)) {
			for (int step = 0; step < 100; step++) {
				final CropBatch batch = batches.at(step);
				if (!Arrays.equals(batch.rainy(), batch.clean()))
					rainy++;
			}
		}
		return rainy;
	}

	@Test
	void tellsWhatHappensToOrdinaryRain() throws IOException {
		final Path pairs = TrainingTestData.pairs(folder.resolve("pairs"), 3, 24, 24);
		final DataSettings data = new DataSettings(List.of(pairs), List.of(), "mixed", null, 1, 0.5);
		final TrainingSettings settings = new TrainingSettings(TrainingTestData.SMALL, null, data,
			TrainingTestData.recipe(2));
		final List<StepReport> reports = new ArrayList<>();
		final RunSettings run = TrainingTestData.run(folder.resolve("out"));
		Training.plan(settings, run, Progress.NONE).run(reporting(reports));
		final StepReport last = reports.get(reports.size() - 1);
		assertTrue(last.ordinary().psnr() > 0);
		assertNotEquals(last.validation().rainyPsnr(), last.ordinary().rainyPsnr());
		final List<String> log = Files.readAllLines(folder.resolve("out/log.csv"));
		assertTrue(log.get(0).endsWith(",ordinary_psnr_y,ordinary_ssim_y"), log.get(0));
		log.forEach(row -> assertEquals(13, row.chars().filter(c -> c == ',').count(), row));
		assertEquals(settings, TrainingState.read(folder.resolve("out/state.pth")).settings());
	}

	/** States of before have no such share. */
	@Test
	void settingsWithoutAShareKeepNothing() {
		final String text = new TrainingSettings(TrainingTestData.SMALL, null, TrainingTestData.cleanFolder(clean),
			TrainingTestData.recipe(2)).text();
		final String before = text.replaceAll(",\\s*\"keep\": 0\\.0", "");
		assertNotEquals(text, before);
		assertEquals(text, TrainingSettings.parse(before).text());
	}

	@ParameterizedTest
	@ValueSource(doubles = { -0.1, 1, Double.NaN })
	void sharesThatAreNone(final double keep) {
		final String sentence = assertThrows(DrsformerException.class,
			() -> new DataSettings(List.of(), List.of(folder), "mixed", null, 1, keep)).getMessage();
		assertTrue(sentence.endsWith("give 0 to below 1."), sentence);
	}

	@Test
	void aLossOfNanStopsWithASentence() {
		final Map<String, Tensor> huge = new LinkedHashMap<>();
		FreshWeights.of(TrainingTestData.SMALL, 1).forEach((name, tensor) -> {
			final float[] values = tensor.data().clone();
			Arrays.fill(values, 1e30f);
			huge.put(name, new Tensor(tensor.shape(), values));
		});
		Checkpoint.of(huge).write(folder.resolve("huge.pth"));
		final TrainingSettings settings = new TrainingSettings(TrainingTestData.SMALL,
			folder.resolve("huge.pth").toString(), TrainingTestData.cleanFolder(clean), TrainingTestData.recipe(2));
		final Training training = Training.plan(settings, TrainingTestData.run(folder.resolve("out")), Progress.NONE);
		final String sentence = assertThrows(DrsformerException.class, () -> training.run(TrainingListener.NONE))
			.getMessage();
		assertTrue(sentence.contains("NaN") && sentence.contains("learning rate"), sentence);
		assertFalse(Files.exists(folder.resolve("out/last.pth")), "nothing good to keep");
	}

	/**
	 * The optimizer divides the average of the gradients by the latest one alone, which is next to nothing at times. So
	 * the weights become infinite, and there is a validation after each step, before the failure shows.
	 */
	@Test
	void theSavedStateIsGood() {
		final Path output = folder.resolve("out");
		final Recipe recipe = TrainingTestData.recipe(200)
			.withSchedule(Schedule.shortOne(200, 1, 1))
			.withOptimizer(new OptimizerSettings(0.99, 0, 1e-30, 0, 0.5))
			.withValidateEvery(1);
		final Training training = Training.plan(
			new TrainingSettings(TrainingTestData.SMALL, null, TrainingTestData.cleanFolder(clean), recipe),
			TrainingTestData.run(output), Progress.NONE);
		final String sentence = assertThrows(DrsformerException.class, () -> training.run(TrainingListener.NONE))
			.getMessage();
		final Matcher step = Pattern.compile("The loss of step (\\d+) is .* the last good state is in ")
			.matcher(sentence);
		assertTrue(step.find(), sentence);
		final LearnerState state = TrainingState.read(output.resolve("state.pth")).learner();
		assertEquals(Long.parseLong(step.group(1)) - 2, state.steps(), "the start of the last step that went well");
	}
}
