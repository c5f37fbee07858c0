package org.drsformer.train;

import org.drsformer.image.Frame;

/**
 * The same view with rain and without.
 *
 * @param rainy what the network gets
 * @param clean what it should make of it, of the same size
 */
record Pair(Frame rainy, Frame clean) {

	/** Both flipped and rotated in the same way, see {@link Symmetry}. */
	Pair turned(final int number) {
		return new Pair(Symmetry.apply(rainy, number), Symmetry.apply(clean, number));
	}
}
