package org.drsformer.train.data;

import org.drsformer.image.FrameTensor;

/**
 * The same view with rain and without.
 *
 * @param rainy what the network gets
 * @param clean what it should make of it, of the same size
 */
public record Pair(FrameTensor rainy, FrameTensor clean) {

	/** Both flipped and rotated in the same way, see {@link Symmetry}. */
	Pair turned(final int number) {
		return new Pair(Symmetry.apply(rainy, number), Symmetry.apply(clean, number));
	}
}
