package org.drsformer.train.recipe;

import org.drsformer.DrsformerException;

/**
 * How a network learns. Together with the data, the recipe determines the result of one thread to the last bit.
 *
 * @param schedule the learning rates, and with them the number of steps
 * @param patches the crops that each step learns from
 * @param optimizer the settings of AdamW
 * @param averaging the part of the moving average of the weights that stays at each step, in [0, 1)
 * @param seed the seed of everything random
 * @param validateEvery the number of steps from one validation to the next, at least 1
 * @param gradient how the gradient of a step is made
 */
public record Recipe(Schedule schedule, Patches patches, OptimizerSettings optimizer, double averaging, long seed,
	long validateEvery, GradientSettings gradient) {

	/** Not a whole number, so that the product of the largest settings does not overflow. */
	private static final double COLORS = 3;

	/**
	 * The recipe of the authors, by Options/Deraining.yml of their repository: 4 crops on each of 4 GPUs. They do not
	 * average the weights, and validate every 1,000 steps.
	 */
	public static final Recipe PAPER = new Recipe(Schedule.PAPER, Patches.parse("16x128"), OptimizerSettings.PAPER,
		0.999, 1, 4_000);

	/**
	 * The recipe of Restormer, by Deraining/Options/Deraining_Restormer.yml of its repository: larger and fewer crops
	 * as it goes on, spread over 8 GPUs, and 4,000 steps between validations. The options of its other tasks differ
	 * from it in data and network, and those for noise also mix pairs with each other (mixup), which is not done here.
	 * The authors do not average the weights.
	 */
	public static final Recipe RESTORMER = new Recipe(Schedule.PAPER,
		Patches.parse("64x128:92,40x160:64,32x192:48,16x256:36,8x320:36,8x384:24"), OptimizerSettings.PAPER, 0.999, 1,
		4_000);

	/** The recipe for the compact network from scratch: about an hour on two cores. */
	public static final Recipe COMPACT = new Recipe(Schedule.shortOne(16_000, 200, 1.2e-3),
		Patches.parse("4x64:60,2x96:25,2x128:15"), OptimizerSettings.SHORT, 0.998, 1, 500);

	/** The recipe to fine-tune trained weights with few images. */
	public static final Recipe FINE_TUNING = new Recipe(Schedule.shortOne(2_000, 100, 2e-4), Patches.parse("4x64"),
		OptimizerSettings.SHORT, 0.99, 1, 100);

	/**
	 * @param gradient null counts as the usual one: what earlier versions wrote does not have it
	 * @throws DrsformerException if a value is outside of its range
	 */
	public Recipe {
		if (gradient == null)
			gradient = GradientSettings.USUAL;
		for (final Patches.Stage stage : patches.stages())
			requireOneArray(stage, gradient.accumulate());
		if (!(averaging >= 0 && averaging < 1))
			throw new DrsformerException("The averaging of the weights must be in [0, 1), not " + averaging + ".");
		if (validateEvery < 1)
			throw new DrsformerException("Validations cannot be " + validateEvery + " steps apart; give at least 1.");
	}

	/** Refuses more crops in a step than Java can have in one array. */
	private static void requireOneArray(final Patches.Stage stage, final int batches) {
		if (COLORS * stage.count() * stage.size() * stage.size() * batches > Integer.MAX_VALUE)
			throw new DrsformerException("A step cannot learn from " + stage.count() + " crops of " + stage.size() +
				" x " + stage.size() + " pixels in each of " + batches +
				" batches, since they do not fit into one array; give fewer or smaller crops, or fewer batches.");
	}

	/** Makes a recipe with the usual gradient. */
	public Recipe(final Schedule schedule, final Patches patches, final OptimizerSettings optimizer,
		final double averaging, final long seed, final long validateEvery)
	{
		this(schedule, patches, optimizer, averaging, seed, validateEvery, GradientSettings.USUAL);
	}

	/** Returns the number of all steps. */
	public long steps() {
		return schedule.steps();
	}

	public Recipe withSchedule(final Schedule newSchedule) {
		return new Recipe(newSchedule, patches, optimizer, averaging, seed, validateEvery, gradient);
	}

	public Recipe withPatches(final Patches newPatches) {
		return new Recipe(schedule, newPatches, optimizer, averaging, seed, validateEvery, gradient);
	}

	public Recipe withOptimizer(final OptimizerSettings newOptimizer) {
		return new Recipe(schedule, patches, newOptimizer, averaging, seed, validateEvery, gradient);
	}

	public Recipe withAveraging(final double newAveraging) {
		return new Recipe(schedule, patches, optimizer, newAveraging, seed, validateEvery, gradient);
	}

	public Recipe withSeed(final long newSeed) {
		return new Recipe(schedule, patches, optimizer, averaging, newSeed, validateEvery, gradient);
	}

	public Recipe withValidateEvery(final long newValidateEvery) {
		return new Recipe(schedule, patches, optimizer, averaging, seed, newValidateEvery, gradient);
	}

	public Recipe withGradient(final GradientSettings newGradient) {
		return new Recipe(schedule, patches, optimizer, averaging, seed, validateEvery, newGradient);
	}
}
