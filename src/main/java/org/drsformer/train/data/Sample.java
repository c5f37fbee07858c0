package org.drsformer.train.data;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.image.FrameTensor;
import org.drsformer.image.ValueRange;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

/**
 * One of the validation images, before and after.
 *
 * @param rainy the rainy image
 * @param derained the result of the network
 * @param clean the result that the network should give
 */
public record Sample(FrameTensor rainy, FrameTensor derained, FrameTensor clean) {

	private static final int RGB = 3;

	/** Returns the three images side by side, in RGB; a gray image stays gray. */
	public ImagePlus image() {
		final int width = rainy.width();
		final ColorProcessor image = new ColorProcessor(3 * width, rainy.height());
		final List<FrameTensor> frames = List.of(rainy, derained, clean);
		for (int i = 0; i < frames.size(); i++)
			draw(frames.get(i), image, i * width);
		return new ImagePlus("rainy, derained, clean", image);
	}

	private static void draw(final FrameTensor frame, final ColorProcessor image, final int left) {
		final RandomAccessibleInterval<UnsignedByteType> bytes = ArrayImgs.unsignedBytes(frame.width(), frame.height(),
			frame.channels());
		final List<RandomAccessibleInterval<UnsignedByteType>> planes = new ArrayList<>();
		for (int c = 0; c < frame.channels(); c++)
			planes.add(Views.hyperSlice(bytes, 2, c));
		frame.write(planes, ValueRange.EIGHT_BIT);
		for (int y = 0; y < frame.height(); y++)
			for (int x = 0; x < frame.width(); x++)
				image.set(left + x, y, color(planes, x, y));
	}

	private static int color(final List<RandomAccessibleInterval<UnsignedByteType>> planes, final int x, final int y) {
		int color = 0;
		for (int c = 0; c < RGB; c++)
			color = color << 8 | planes.get(Math.min(c, planes.size() - 1)).getAt(x, y).get();
		return color;
	}
}
