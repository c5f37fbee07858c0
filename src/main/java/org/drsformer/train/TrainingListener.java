package org.drsformer.train;

import org.drsformer.Progress;

import ij.ImagePlus;

/** Follows a training, and can cancel it in {@link #update}. */
public interface TrainingListener extends Progress {

	/** Reports nothing, never cancels. */
	TrainingListener NONE = new TrainingListener() {

		@Override
		public void update(final double fraction) {
			// reports nothing
		}
	};

	/** Called about ten times between two validations, and after every validation. */
	default void reported(final StepReport report) {
		// does nothing by default
	}

	/**
	 * Called after every validation.
	 *
	 * @param sample one of the validation images: rainy, derained and clean side by side
	 */
	default void sampled(final ImagePlus sample) {
		// does nothing by default
	}
}
