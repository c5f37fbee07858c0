package org.drsformer.train.learner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.drsformer.LiveArrays;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.drsformer.network.RestorationNetwork;
import org.drsformer.train.TrainingSoak;
import org.drsformer.train.TrainingTestData;
import org.drsformer.train.data.CropBatch;
import org.drsformer.train.recipe.GradientSettings;
import org.drsformer.train.recipe.Loss;
import org.drsformer.train.recipe.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerTest {

	private static Learner learner() {
		return learner(1);
	}

	private static final Recipe RECIPE = Recipe.COMPACT.withAveraging(0.9);

	private static Learner learner(final int threads) {
		return learner(threads, GradientSettings.USUAL);
	}

	private static Learner learner(final int threads, final GradientSettings gradient) {
		Torch.setThreads(1);
		return new Learner(TrainingTestData.SMALL,
			LearnerState.start(TrainingTestData.SMALL, FreshWeights.of(TrainingTestData.SMALL, 1)),
			RECIPE.withGradient(gradient), ComputeDevice.CPU, threads);
	}

	/** Returns a batch with equal values. */
	private static CropBatch batch(final float rainy) {
		final float[] values = new float[2 * 16 * 16 * 3];
		final float[] clean = values.clone();
		Arrays.fill(values, rainy);
		return new CropBatch(values, clean, 2, 16, 16, 3);
	}

	@Test
	void aStepThatIsNotFiniteChangesNothing() {
		try (Learner learner = learner()) {
			learner.step(batch(0.5f), 1e-3);
			final LearnerState before = learner.state();
			assertFalse(learner.step(batch(Float.NaN), 1e-3).isFinite());
			assertArrayEquals(before.weights(), learner.state().weights());
			assertArrayEquals(before.firstMoment(), learner.state().firstMoment());
			assertEquals(1, learner.steps());
			assertTrue(learner.step(batch(0.5f), 1e-3).isFinite());
		}
	}

	@Test
	void averagesTheWeights() {
		try (Learner learner = learner()) {
			final float start = learner.state().weights()[0];
			learner.step(batch(0.5f), 1e-2);
			final LearnerState state = learner.state();
			assertEquals(0.9 * start + 0.1 * state.weights()[0], state.ema()[0], 1e-7);
		}
	}

	/** Takes 30 steps; {@link TrainingSoak} takes 500 and checks the memory of the process as well. */
	@Test
	void stepsLeaveNothingBehind() {
		try (Learner learner = learner()) {
			learner.step(batch(0.5f), 1e-3);
			final long live = LiveArrays.in(learner.manager());
			for (int i = 0; i < 30; i++)
				learner.step(batch(0.5f), 1e-3);
			assertEquals(live, LiveArrays.in(learner.manager()));
		}
	}

	/** Five crops of noise, which cannot be shared out evenly. */
	private static CropBatch noise(final long seed) {
		final Random random = new Random(seed);
		final float[] rainy = new float[5 * 16 * 16 * 3];
		final float[] clean = rainy.clone();
		for (int i = 0; i < rainy.length; i++) {
			rainy[i] = random.nextFloat();
			clean[i] = random.nextFloat();
		}
		return new CropBatch(rainy, clean, 5, 16, 16, 3);
	}

	private static LearnerState learnt(final int threads) {
		try (Learner learner = learner(threads)) {
			for (int step = 0; step < 3; step++)
				assertTrue(learner.step(noise(step), 1e-4).isFinite());
			return learner.state();
		}
	}

	@Test
	void aNumberOfThreadsGivesTheSameBits() {
		for (final int threads : new int[] { 2, 3, 7 }) {
			final LearnerState state = learnt(threads);
			assertArrayEquals(state.weights(), learnt(threads).weights());
			assertArrayEquals(state.secondMoment(), learnt(threads).secondMoment());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 7 })
	void otherNumbersOfThreadsDifferByRounding(final int threads) {
		try (Learner one = learner(1); Learner several = learner(threads)) {
			final StepResult expected = one.step(noise(1), 1e-4);
			final StepResult result = several.step(noise(1), 1e-4);
			assertEquals(expected.loss(), result.loss(), 1e-6 * expected.loss());
			assertEquals(expected.gradientNorm(), result.gradientNorm(), 1e-5 * expected.gradientNorm());
			assertArrayEquals(one.state().firstMoment(), several.state().firstMoment(), 1e-6f);
		}
	}

	/** Five crops as two, three or five batches, which cannot all be equally large, on one or several threads. */
	@ParameterizedTest
	@CsvSource({ "2,1", "3,1", "5,1", "9,1", "2,2", "3,3" })
	void accumulatedBatchesEqualTheLargeBatch(final int accumulate, final int threads) {
		try (Learner one = learner(1);
			Learner several = learner(threads, GradientSettings.USUAL.withAccumulate(accumulate))) {
			for (int step = 0; step < 2; step++) {
				final StepResult expected = one.step(noise(step), 1e-4);
				final StepResult result = several.step(noise(step), 1e-4);
				assertEquals(expected.loss(), result.loss(), 1e-6 * expected.loss());
				assertEquals(expected.gradientNorm(), result.gradientNorm(), 1e-5 * expected.gradientNorm());
			}
			assertArrayEquals(one.state().firstMoment(), several.state().firstMoment(), 1e-6f);
		}
	}

	@Test
	void frozenPartsStayAsTheyAreToTheLastBit() {
		final GradientSettings gradient = GradientSettings.USUAL
			.withFrozen(List.of("patch_embed", "encoder_level1", "latent.0.attn.temperature"));
		try (Learner learner = learner(1, gradient)) {
			final LearnerState before = learner.state();
			for (int step = 0; step < 5; step++)
				assertTrue(learner.step(noise(step), 1e-2).isFinite());
			final LearnerState after = learner.state();
			after.tensors().parts().forEach((name, part) -> {
				final boolean frozen = gradient.freezes(name);
				for (final float[][] weights : new float[][][] { { before.weights(), after.weights() },
					{ before.ema(), after.ema() } }) {
					final float[] was = Arrays.copyOfRange(weights[0], part.from(), part.to());
					final float[] is = Arrays.copyOfRange(weights[1], part.from(), part.to());
					assertEquals(frozen, Arrays.equals(was, is), name);
				}
			});
		}
	}

	@Test
	void accumulatingAndFreezingLeaveNothingBehind() {
		for (final Loss loss : Loss.values())
			try (Learner learner = learner(2, new GradientSettings(loss, 2, List.of("latent")))) {
				learner.step(noise(1), 1e-3);
				final long live = LiveArrays.in(learner.manager());
				for (int i = 0; i < 5; i++)
					learner.step(noise(i), 1e-3);
				assertEquals(live, LiveArrays.in(learner.manager()));
			}
	}

	@Test
	void severalThreadsLeaveNothingBehind() {
		try (Learner learner = learner(2)) {
			learner.step(noise(1), 1e-3);
			final long live = LiveArrays.in(learner.manager());
			for (int i = 0; i < 10; i++)
				learner.step(i % 2 == 0 ? noise(i) : batch(0.5f), 1e-3);
			assertEquals(live, LiveArrays.in(learner.manager()));
		}
	}

	@Test
	void aThreadThatFailsLeavesTheLearnerAsItWas() {
		final Learner.Form failing = (configuration, parameters, image) -> {
			if (image.getShape().get(0) == 3)
				throw new IllegalStateException("the second share");
			return RestorationNetwork.record(configuration, parameters, image);
		};
		Torch.setThreads(1);
		try (Learner learner = new Learner(failing, TrainingTestData.SMALL,
			LearnerState.start(TrainingTestData.SMALL, FreshWeights.of(TrainingTestData.SMALL, 1)), RECIPE,
			ComputeDevice.CPU, 2)) {
			final float[] before = learner.state().weights();
			final long live = LiveArrays.in(learner.manager());
			final var failure = assertThrows(IllegalStateException.class, () -> learner.step(noise(1), 1e-3));
			assertEquals("the second share", failure.getMessage());
			assertArrayEquals(before, learner.state().weights());
			assertEquals(live, LiveArrays.in(learner.manager()));
			assertTrue(learner.step(batch(0.5f), 1e-3).isFinite());
		}
	}
}
