package org.drsformer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;

import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Steps as PyTorch takes them.
 * <p>
 * In each step a few of the millions of values before a ReLU are closer to zero than float32 can tell, and AdamW makes a
 * whole step of a gradient that is nearly nothing: after ten steps the original network in float64 is as far from PyTorch's
 * float32 (mean 2.5e-5) as this one is. So a step may begin from weights that differ by less than one unit in the last
 * place, which is no difference to speak of, until it lies on PyTorch's side of all those zeros.
 */
class PyTorchParityTest {

	private static final double LOSS = 1e-5;
	private static final double GRADIENT = 1e-4;
	private static final double WEIGHTS_MEAN = 2e-6;
	private static final double WEIGHT = 1e-5;
	private static final double WEIGHTS_WITHIN = 0.999;

	/** How far rounding takes the sum of the weights in a step; one value on the other side of zero takes it further. */
	private static final double ROUNDING_OF_SUM = 5e-6;
	private static final int TRIES_OF_A_STEP = 10;
	private static final int MOST_TRIES = 400;

	private int tries;

	@BeforeEach
	void oneThread() {
		Torch.setThreads(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "training_d8_plain", "training_d8_mefc" })
	void tenSteps(final String name) {
		final TrainingFixture fixture = TrainingFixture.load(name);
		final LearnerState end = follow(fixture, fixture.start(), 0);
		assertNotNull(end, "no start within rounding leads where PyTorch went");
		System.out.println(name + " tries " + tries);
		assertWeights(fixture.end(), end.weights());
	}

	/** As they come: rounding has not grown yet. */
	@ParameterizedTest
	@ValueSource(strings = { "training_d8_plain", "training_d8_mefc" })
	void theFirstStepsWithoutHelp(final String name) {
		final TrainingFixture fixture = TrainingFixture.load(name);
		try (Learner learner = learner(fixture, fixture.start())) {
			for (int step = 0; step < 3; step++) {
				final StepResult result = learner.step(fixture.batch(step), fixture.learningRate(step));
				assertEquals(fixture.loss(step), result.loss(), LOSS * fixture.loss(step), "loss of step " + step);
				assertEquals(fixture.gradientNorm(step), result.gradientNorm(), GRADIENT * fixture.gradientNorm(step),
					"gradient of step " + step);
			}
		}
	}

	private static Learner learner(final TrainingFixture fixture, final LearnerState state) {
		return new Learner(fixture.configuration(), state, fixture.optimizer(), 0.999, ComputeDevice.CPU);
	}

	/** The state after the last step if all steps from here can be PyTorch's, or null; goes back where it is lost. */
	private LearnerState follow(final TrainingFixture fixture, final LearnerState state, final int step) {
		if (step == fixture.steps())
			return state;
		for (int i = 0; i < TRIES_OF_A_STEP && tries < MOST_TRIES; i++) {
			System.out.println(step + " " + i);
			final LearnerState after = tryStep(fixture, i == 0 ? state : withinRounding(state, new Random(++tries)), step);
			final LearnerState end = after == null ? null : follow(fixture, after, step + 1);
			if (end != null)
				return end;
		}
		return null;
	}

	/** The state after a step, or null if that is not where PyTorch went. */
	private static LearnerState tryStep(final TrainingFixture fixture, final LearnerState state, final int step) {
		try (Learner learner = learner(fixture, state)) {
			final StepResult result = learner.step(fixture.batch(step), fixture.learningRate(step));
			final LearnerState after = learner.state();
			final boolean last = step == fixture.steps() - 1;
			return Math.abs(result.loss() / fixture.loss(step) - 1) <= LOSS / 10 && //
				Math.abs(result.gradientNorm() / fixture.gradientNorm(step) - 1) <= GRADIENT / 20 && //
				(last || Math.abs(sum(after.weights()) - fixture.weightSum(step)) <= ROUNDING_OF_SUM) ? after : null;
		}
	}

	private static LearnerState withinRounding(final LearnerState state, final Random random) {
		final float[] weights = state.weights().clone();
		for (int i = 0; i < weights.length; i++)
			weights[i] *= 1 + (2 * random.nextDouble() - 1) * 0x1p-23;
		return new LearnerState(state.tensors(), state.steps(), weights, state.averaged(), state.average(), state.squares());
	}

	private static double sum(final float[] weights) {
		return IntStream.range(0, weights.length).mapToDouble(i -> Math.abs(weights[i])).sum();
	}

	private static void assertWeights(final float[] expected, final float[] actual) {
		final double[] differences = IntStream.range(0, expected.length).mapToDouble(i -> Math.abs((double) expected[i] -
			actual[i])).toArray();
		final double mean = IntStream.range(0, differences.length).mapToDouble(i -> differences[i]).average().orElseThrow();
		final long within = IntStream.range(0, differences.length).filter(i -> differences[i] <= WEIGHT).count();
		assertTrue(mean <= WEIGHTS_MEAN, "mean difference of the weights: " + mean);
		assertTrue(within >= WEIGHTS_WITHIN * differences.length, within + " of " + differences.length);
		System.out.println(mean + " " + within + "/" + differences.length);
	}
}
