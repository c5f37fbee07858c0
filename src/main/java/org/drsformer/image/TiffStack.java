package org.drsformer.image;

import java.io.IOException;
import java.util.function.IntUnaryOperator;

import org.drsformer.DrsformerException;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** The pages of a TIFF file, each read when it is asked for. */
final class TiffStack extends FrameStack {

	private final TiffPages pages;
	private final IntUnaryOperator order;

	/**
	 * @param order which slice of the file a slice of the stack is, both from 0
	 * @param count of slices
	 */
	TiffStack(final TiffPages pages, final IntUnaryOperator order, final int count) {
		super(pages.kind().width(), pages.kind().height(), pages.kind().sliceBits(), count);
		this.pages = pages;
		this.order = order;
	}

	@Override
	ImageProcessor slice(final int number) {
		try {
			final int place = order.applyAsInt(number - 1);
			final int own = pages.kind().slices();
			final ImageProcessor slice = pages.slices(place / own).get(place % own);
			if (getColorModel() != null && !(slice instanceof ColorProcessor))
				slice.setColorModel(getColorModel());
			return slice;
		}
		catch (final IOException | RuntimeException failure) {
			throw new DrsformerException("The image " + pages.file() + " is damaged in plane " + number + " (" + ImageFiles
				.reason(failure) + ").", failure);
		}
		catch (final OutOfMemoryError failure) {
			throw new DrsformerException("Java has not enough memory for a plane of the image " + pages.file() +
				"; give it more (-Xmx), or crop the image.", failure);
		}
	}
}
