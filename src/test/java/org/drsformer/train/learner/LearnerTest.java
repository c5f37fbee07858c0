package org.drsformer.train.learner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.drsformer.LiveArrays;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.drsformer.train.TrainingSoak;
import org.drsformer.train.TrainingTestData;
import org.drsformer.train.data.CropBatch;
import org.drsformer.train.recipe.OptimizerSettings;
import org.junit.jupiter.api.Test;

class LearnerTest {

	private static Learner learner() {
		Torch.setThreads(1);
		return new Learner(TrainingTestData.SMALL,
			LearnerState.start(TrainingTestData.SMALL, FreshWeights.of(TrainingTestData.SMALL, 1)),
			OptimizerSettings.SHORT, 0.9, ComputeDevice.CPU);
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
}
