package org.drsformer.train.recipe;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;

/**
 * How the gradient of a step is made.
 *
 * @param loss what is made small
 * @param accumulate the number of batches whose gradients are added up for a step, at least 1: a step learns from as
 *        many times as many crops, in PyTorch's memory of one batch
 * @param frozen the tensors whose names begin with one of these texts stay as they are
 */
public record GradientSettings(Loss loss, int accumulate, List<String> frozen) {

	/** L1, one batch, and nothing frozen. */
	public static final GradientSettings USUAL = new GradientSettings(Loss.L1, 1, List.of());

	private static final int MOST = 10_000;

	/** @throws DrsformerException if a value is outside of its range */
	public GradientSettings {
		if (accumulate < 1 || accumulate > MOST)
			throw new DrsformerException("The gradients of " + accumulate +
				" batches cannot be added up; give a number between 1 and " + MOST + ".");
		frozen = List.copyOf(frozen);
		if (frozen.stream().anyMatch(String::isBlank))
			throw new DrsformerException("An empty name would freeze everything; name parts such as encoder_level1.");
	}

	/** Returns whether a tensor stays as it is. */
	public boolean freezes(final String tensor) {
		return frozen.stream().anyMatch(tensor::startsWith);
	}

	/**
	 * Checks that each part that is to stay as it is exists, and that something is left to learn.
	 *
	 * @param tensors the names of all tensors
	 * @throws DrsformerException with one sentence if not
	 */
	public void checkFrozen(final Collection<String> tensors) {
		for (final String prefix : frozen)
			if (tensors.stream().noneMatch(name -> name.startsWith(prefix)))
				throw new DrsformerException(
					"No tensor of the network begins with \"" + prefix + "\", so it cannot be frozen; its parts are " +
						tensors.stream()
							.map(name -> name.substring(0, name.indexOf('.')))
							.distinct()
							.collect(Collectors.joining(", ")) +
						".");
		if (tensors.stream().allMatch(this::freezes))
			throw new DrsformerException("All of the network is frozen, so there is nothing to learn; freeze less.");
	}

	public GradientSettings withLoss(final Loss newLoss) {
		return new GradientSettings(newLoss, accumulate, frozen);
	}

	public GradientSettings withAccumulate(final int newAccumulate) {
		return new GradientSettings(loss, newAccumulate, frozen);
	}

	public GradientSettings withFrozen(final List<String> newFrozen) {
		return new GradientSettings(loss, accumulate, newFrozen);
	}
}
