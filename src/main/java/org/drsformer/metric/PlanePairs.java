package org.drsformer.metric;

import org.drsformer.DrsformerException;
import org.drsformer.metric.plane.PlaneReader;

import net.imglib2.RandomAccessibleInterval;

/**
 * Two images of equal size, plane by plane.
 *
 * @param first the result
 * @param second the target
 */
record PlanePairs(PlaneReader first, PlaneReader second) {

	/** @throws DrsformerException if an image cannot be read, or their sizes or channels differ */
	static PlanePairs of(final RandomAccessibleInterval<?> first, final RandomAccessibleInterval<?> second,
		final int channelAxis)
	{
		final PlanePairs pairs = new PlanePairs(PlaneReader.of(first, channelAxis),
			PlaneReader.of(second, channelAxis));
		pairs.checkSizes();
		return pairs;
	}

	private void checkSizes() {
		if (!first.sizeText().equals(second.sizeText()))
			throw new DrsformerException("The images differ in size: the first is " + first.sizeText() +
				", the second " + second.sizeText() + " pixels; crop or resize one of them.");
		if (first.channels() != second.channels())
			throw new DrsformerException("The first image has " + first.channels() + " and the second " +
				second.channels() + " channels; convert both to RGB or both to gray.");
	}

	int count() {
		return first.planes();
	}
}
