package org.drsformer.cli.train;

import java.util.List;

import org.drsformer.train.recipe.GradientSettings;
import org.drsformer.train.recipe.Loss;
import org.drsformer.train.recipe.OptimizerSettings;
import org.drsformer.train.recipe.Patches;
import org.drsformer.train.recipe.Recipe;
import org.drsformer.train.recipe.Schedule;

import picocli.CommandLine.Option;

/** The options of {@link TrainCommand} that change a recipe. */
final class TrainRecipe {

	@Option(names = "--steps", paramLabel = "N",
		description = { "The number of steps; the schedule of the learning rate is stretched to it.",
			"Default: 16000 (compact), 300000 (paper, restormer), 2000 (fine-tuning)." })
	private Long steps;

	@Option(names = "--rate", paramLabel = "X", description = { "Highest learning rate.",
		"Default: 1.2e-3 (compact), 3e-4 (paper, restormer), 2e-4 (fine-tuning)." })
	private Double rate;

	@Option(names = "--patches", paramLabel = "CxS[:SHARE],...",
		description = {
			"Crops of a step as COUNTxSIZE; several kinds follow each other, each for its share of the steps.",
			"Default: 4x64:60,2x96:25,2x128:15 (compact), 16x128 (paper), 4x64 (fine-tuning),",
			"64x128:92,40x160:64,32x192:48,16x256:36,8x320:36,8x384:24 (restormer)." })
	private String patches;

	@Option(names = "--accumulate", paramLabel = "N", description = {
		"Adds up the gradients of N batches for each step: 4x64 with 4 learns as 16x64 does, in the memory of 4x64.",
		"Default: 1." })
	private Integer accumulate;

	@Option(names = "--loss", paramLabel = "LOSS",
		description = {
			"What is made small: l1, charbonnier (smooth at 0), or l1+fft (also compares the Fourier transforms, for" +
				" sharp edges).",
			"Default: l1." })
	private String loss;

	@Option(names = "--freeze", arity = "1..*", split = ",", paramLabel = "PREFIX",
		description = "Parts of the network that stay as they are, such as patch_embed encoder_level1: all tensors" +
			" whose names begin so.")
	private List<String> frozen;

	@Option(names = "--averaging", paramLabel = "X",
		description = { "The part of the moving average of the weights that stays at each step.",
			"Default: 0.998 (compact), 0.999 (paper, restormer), 0.99 (fine-tuning)." })
	private Double averaging;

	@Option(names = "--clip", paramLabel = "X",
		description = { "The largest norm of the gradient; larger gradients are scaled down to it.",
			"Default: 0.5; 0.01 (paper, restormer)." })
	private Double clip;

	@Option(names = "--decay", paramLabel = "X", description = { "Weight decay.", "Default: 1e-4." })
	private Double decay;

	@Option(names = "--seed", paramLabel = "N",
		description = { "Seed of everything random; a whole number.", "Default: 1." })
	private Long seed;

	@Option(names = "--validate-every", paramLabel = "N", description = { "Steps between two validations.",
		"Default: 500 (compact), 4000 (paper, restormer), 100 (fine-tuning)." })
	private Long validateEvery;

	/**
	 * Returns a recipe with the values that the options change.
	 *
	 * @throws org.drsformer.DrsformerException if a value is outside of its range
	 */
	Recipe change(final Recipe recipe) {
		Recipe result = recipe.withSchedule(schedule(recipe.schedule())).withOptimizer(optimizer(recipe.optimizer()));
		if (patches != null)
			result = result.withPatches(Patches.parse(patches));
		// after the crops: the usual ones may be too large for so many batches
		result = result.withGradient(gradient(recipe.gradient()));
		if (averaging != null)
			result = result.withAveraging(averaging);
		if (seed != null)
			result = result.withSeed(seed);
		return validateEvery == null ? result : result.withValidateEvery(validateEvery);
	}

	private Schedule schedule(final Schedule schedule) {
		final Schedule stretched = steps == null ? schedule : schedule.withSteps(steps);
		return rate == null ? stretched : stretched.withRate(rate);
	}

	private GradientSettings gradient(final GradientSettings usual) {
		GradientSettings result = loss == null ? usual : usual.withLoss(Loss.parse(loss));
		if (accumulate != null)
			result = result.withAccumulate(accumulate);
		return frozen == null ? result : result.withFrozen(frozen);
	}

	private OptimizerSettings optimizer(final OptimizerSettings optimizer) {
		final OptimizerSettings clipped = clip == null ? optimizer : optimizer.withClip(clip);
		return decay == null ? clipped : clipped.withDecay(decay);
	}
}
