package org.drsformer.train.learner;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.train.recipe.GradientSettings;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * The weights that stay as they are. Their gradient is zero, but the weight decay and the rounding of averages would
 * change them, so that they are put back after each step.
 */
final class FrozenParts {

	/** Some weights next to each other: the indices [from, to), and their values, which the manager closes. */
	private record Range(int from, int to, NDArray values) {
		void restore(final NDArray weights) {
			weights.set(new NDIndex().addSliceDim(from, to), values);
		}
	}

	private final List<Range> ranges = new ArrayList<>();

	/** @param weights (P), from which the values are copied */
	FrozenParts(final FlatTensors tensors, final GradientSettings settings, final NDArray weights) {
		int from = -1;
		int to = -1;
		for (final var entry : tensors.parts().entrySet()) {
			if (!settings.freezes(entry.getKey()))
				continue;
			if (entry.getValue().from() != to) {
				add(from, to, weights);
				from = entry.getValue().from();
			}
			to = entry.getValue().to();
		}
		add(from, to, weights);
	}

	private void add(final int from, final int to, final NDArray weights) {
		if (from < to)
			try (NDArray view = weights.get(new NDIndex().addSliceDim(from, to))) {
				ranges.add(new Range(from, to, view.duplicate()));
			}
	}

	/** Puts the values back into an array (P). */
	void restore(final NDArray weights) {
		ranges.forEach(range -> range.restore(weights));
	}
}
