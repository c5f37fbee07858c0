package org.drsformer.derain.imageplus;

import java.util.Iterator;

import org.drsformer.Progress;
import org.drsformer.image.ImagePlusFrames;

import net.imglib2.RandomAccessibleInterval;

/**
 * The frames of an image, for work such as finding the value range of a long virtual stack, which takes long.
 *
 * @param progress is asked before each frame whether to go on
 */
public record CancelableFrames(ImagePlusFrames frames, Progress progress)
	implements Iterable<RandomAccessibleInterval<?>> {

	@Override
	public Iterator<RandomAccessibleInterval<?>> iterator() {
		final Iterator<RandomAccessibleInterval<?>> iterator = frames.iterator();
		return new Iterator<>() {

			@Override
			public boolean hasNext() {
				return iterator.hasNext();
			}

			@Override
			public RandomAccessibleInterval<?> next() {
				progress.update(0);
				return iterator.next();
			}
		};
	}
}
