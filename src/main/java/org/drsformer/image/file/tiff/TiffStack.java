package org.drsformer.image.file.tiff;

import java.io.IOException;
import java.util.List;
import java.util.function.IntUnaryOperator;

import org.drsformer.DrsformerException;
import org.drsformer.image.SliceStack;
import org.drsformer.image.file.content.FailureReason;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** The pages of a TIFF file as a virtual stack; each is read when it is asked for. */
final class TiffStack extends SliceStack {

	private final TiffPages pages;
	private final IntUnaryOperator order;

	/** The slices of the page that was decoded last: usually, the next one asked for is among them. */
	private List<ImageProcessor> latest;
	private int latestPage = -1;

	/**
	 * Makes a stack.
	 *
	 * @param order from a slice of the stack to the slice of the file, both from 0
	 * @param count of slices
	 */
	TiffStack(final TiffPages pages, final IntUnaryOperator order, final int count) {
		super(pages.kind().width(), pages.kind().height(), pages.kind().sliceBits(), count);
		this.pages = pages;
		this.order = order;
	}

	@Override
	protected ImageProcessor slice(final int number) {
		try {
			final int place = order.applyAsInt(number - 1);
			final int own = pages.kind().slices();
			final ImageProcessor slice = own == 1 ? pages.slices(place).get(0) : ofPage(place / own, place % own);
			if (getColorModel() != null && !(slice instanceof ColorProcessor))
				slice.setColorModel(getColorModel());
			return slice;
		}
		catch (final IOException | RuntimeException failure) {
			throw new DrsformerException("The image " + pages.file() + " is damaged in plane " + number + " (" +
				FailureReason.of(failure) + ").", failure);
		}
		catch (final OutOfMemoryError failure) {
			throw new DrsformerException("Java does not have enough memory for a plane of the image " + pages.file() +
				"; give it more (-Xmx), or crop the image.", failure);
		}
	}

	private synchronized ImageProcessor ofPage(final int page, final int slice) throws IOException {
		if (page != latestPage) {
			latestPage = -1;
			latest = null;
			latest = pages.slices(page);
			latestPage = page;
		}
		// the caller may change it
		return latest.get(slice).duplicate();
	}
}
