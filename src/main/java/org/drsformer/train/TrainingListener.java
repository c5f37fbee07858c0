package org.drsformer.train;

import org.drsformer.Progress;

import ij.ImagePlus;

/** Follows a training, and stops it by its {@link #update}. */
public interface TrainingListener extends Progress {

	/** Reports nothing, never cancels. */
	TrainingListener NONE = new TrainingListener() {

		@Override
		public void update(final double fraction) {
			// reports nothing
		}
	};

	/** Called every now and then, and after every validation. */
	default void reported(final StepReport report) {
		// told to those who want to know
	}

	/**
	 * Called after every validation.
	 *
	 * @param sample one of the images that were held out: rainy, derained and clean side by side
	 */
	default void sampled(final ImagePlus sample) {
		// shown to those who want to see
	}
}
