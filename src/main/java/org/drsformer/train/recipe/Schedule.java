package org.drsformer.train.recipe;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;

/**
 * The learning rate of each step: a linear rise, then one cosine after the other.
 *
 * @param warmUp the number of steps of the rise to the first rate of the first cycle; 0 for no rise
 * @param cycles the cosines one after the other, at least one
 */
public record Schedule(long warmUp, List<Cycle> cycles) {

	/**
	 * A half wave of a cosine.
	 *
	 * @param steps the number of steps, at least 1
	 * @param from the rate at its beginning, above 0 and at most 1
	 * @param to the rate at its end, at least 0; equal to {@code from} for a constant rate
	 */
	public record Cycle(long steps, double from, double to) {

		/** @throws DrsformerException if a value is outside of its range */
		public Cycle {
			if (steps < 1)
				throw new DrsformerException("A training of " + steps + " steps teaches nothing; give at least 1.");
			if (!(from > 0 && from <= 1 && to >= 0 && to <= from))
				throw new DrsformerException("The learning rate cannot go from " + from + " to " + to +
					"; it must be above 0 and at most 1, and must not rise.");
		}

		double at(final long step) {
			return to + (from - to) * (1 + Math.cos(Math.PI * step / steps)) / 2;
		}
	}

	/** The schedule of the paper: 92,000 steps at 3e-4, then 208,000 down to 1e-6. */
	public static final Schedule PAPER = new Schedule(0,
		List.of(new Cycle(92_000, 3e-4, 3e-4), new Cycle(208_000, 3e-4, 1e-6)));

	/** @throws DrsformerException if there is no cycle, or the rise has a negative number of steps */
	public Schedule {
		cycles = List.copyOf(cycles);
		if (cycles.isEmpty() || warmUp < 0)
			throw new DrsformerException("A training needs steps: at least one cycle, and a rise of 0 steps or more.");
	}

	/** Returns the schedule of a short training: a rise, then one cosine down to a hundredth of the rate. */
	public static Schedule shortOne(final long steps, final long warmUp, final double rate) {
		return new Schedule(warmUp, List.of(new Cycle(steps - warmUp, rate, rate / 100)));
	}

	/** Returns the number of all steps. */
	public long steps() {
		return warmUp + cycles.stream().mapToLong(Cycle::steps).sum();
	}

	/** Returns the highest rate. */
	public double rate() {
		return cycles.get(0).from();
	}

	/** Returns the learning rate of a step, counted from 0; after the end, the rate of the end. */
	public double at(final long step) {
		if (step < warmUp)
			return rate() * (step + 1) / warmUp;
		long start = warmUp;
		for (final Cycle cycle : cycles) {
			if (step < start + cycle.steps())
				return cycle.at(step - start);
			start += cycle.steps();
		}
		return cycles.get(cycles.size() - 1).to();
	}

	/** Returns the same shape over another number of steps. */
	public Schedule withSteps(final long steps) {
		if (steps < 1)
			throw new DrsformerException("A training of " + steps + " steps teaches nothing; give at least 1.");
		final double factor = (double) steps / steps();
		final long[] lengths = cycles.stream()
			.mapToLong(cycle -> Math.max(1, Math.round(factor * cycle.steps())))
			.toArray();
		final long rise = Math.min((long) (factor * warmUp), steps - 1);
		long left = steps - rise;
		final List<Cycle> scaled = new ArrayList<>();
		for (int i = 0; i < lengths.length && left > 0; i++) {
			final long length = i == lengths.length - 1 ? left : Math.min(left, lengths[i]);
			scaled.add(new Cycle(length, cycles.get(i).from(), cycles.get(i).to()));
			left -= length;
		}
		return new Schedule(rise, scaled);
	}

	/** Returns the same shape with another highest rate. */
	public Schedule withRate(final double rate) {
		final double factor = rate / rate();
		return new Schedule(warmUp,
			cycles.stream()
				.map(cycle -> new Cycle(cycle.steps(), cycle.from() * factor, cycle.to() * factor))
				.toList());
	}
}
