package org.drsformer.train.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.drsformer.network.RestorationNetwork;

/**
 * The number and the size of the crops that a step learns from, which may change during the training.
 *
 * @param stages the stages one after the other, at least one
 */
public record Patches(List<Stage> stages) {

	private static final int LEAST_SIZE = 16;
	private static final Pattern STAGE = Pattern.compile("(\\d{1,4})x(\\d{1,5})(?::(\\d{1,6}))?");

	/**
	 * A part of the training.
	 *
	 * @param count the number of crops in a step
	 * @param size the length of their sides in pixels, a multiple of 8
	 * @param share the share of all steps, relative to the shares of the other stages
	 */
	public record Stage(int count, int size, int share) {

		/** @throws DrsformerException if a value is outside of its range */
		public Stage {
			if (count < 1 || share < 1 || size < LEAST_SIZE || size % RestorationNetwork.MULTIPLE != 0)
				throw new DrsformerException("Crops of " + count + "x" + size + ":" + share +
					" cannot be learnt from; give at" + " least 1 of a size of at least " + LEAST_SIZE +
					" that is a multiple of " + RestorationNetwork.MULTIPLE + ", and a share of at least 1.");
		}

		@Override
		public String toString() {
			return count + "x" + size + ":" + share;
		}
	}

	/** @throws DrsformerException if there is no stage */
	public Patches {
		stages = List.copyOf(stages);
		if (stages.isEmpty())
			throw new DrsformerException("Training needs crops, such as 4x64.");
	}

	/**
	 * Reads a text such as {@code 4x64:60,2x96:25,2x128:15}: 4 crops of 64 x 64 pixels in 60 % of the steps, and so on.
	 *
	 * @throws DrsformerException for anything else
	 */
	public static Patches parse(final String text) {
		final List<Stage> stages = new ArrayList<>();
		for (final String part : text.split(",", -1)) {
			final Matcher matcher = STAGE.matcher(part.strip());
			if (!matcher.matches())
				throw new DrsformerException(
					"There are no crops \"" + text + "\"; write count x size, such as 4x64, or several" +
						" with their shares of the steps, such as 4x64:60,2x96:40.");
			stages.add(new Stage(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
				matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3))));
		}
		return new Patches(stages);
	}

	/** Returns the stage of a step, counted from 0. */
	public Stage at(final long step, final long steps) {
		final double total = stages.stream().mapToInt(Stage::share).sum();
		double end = 0;
		for (final Stage stage : stages) {
			end += stage.share();
			if (step < Math.rint(steps * end / total))
				return stage;
		}
		return stages.get(stages.size() - 1);
	}

	/** Returns the size of the largest crops. */
	public int largest() {
		return stages.stream().mapToInt(Stage::size).max().orElseThrow();
	}

	/** Returns the text that {@link #parse} reads. */
	@Override
	public String toString() {
		return stages.stream().map(Stage::toString).collect(Collectors.joining(","));
	}
}
