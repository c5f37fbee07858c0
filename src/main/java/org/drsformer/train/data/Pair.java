package org.drsformer.train.data;

import org.drsformer.image.FrameTensor;

/**
 * The same view with rain and without.
 *
 * @param rainy the input of the network
 * @param clean the result that the network should give, of the same size
 */
public record Pair(FrameTensor rainy, FrameTensor clean) {

	/** Returns both images flipped and rotated in the same way, see {@link Symmetry}. */
	Pair turned(final int number) {
		return new Pair(Symmetry.apply(rainy, number), Symmetry.apply(clean, number));
	}
}
