package org.drsformer.derain;

import java.awt.Color;

import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.ImagePlusFrames;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * What was taken away: input minus result, in the values of the pixels, as an image of 32 bits; below 0 where the result
 * is brighter. With an inverted lookup table it is result minus input, for the same to be true. That of an RGB image has three channels, shown together.
 */
final class RainLayer {

	private static final Color[] COLORS = { Color.RED, Color.GREEN, Color.BLUE };
	private static final String[] NAMES = { "Red", "Green", "Blue" };

	private final ImageStack stack = new ImageStack();
	private double brightest;
	private boolean rgb;

	/** @param negative whether larger values are darker, and rain has made them smaller */
	void add(final String label, final ImageProcessor rainy, final ImageProcessor clean, final boolean negative) {
		if (negative)
			add(label, clean, rainy);
		else
			add(label, rainy, clean);
	}

	private void add(final String label, final ImageProcessor rainy, final ImageProcessor clean) {
		rgb = rainy instanceof ColorProcessor;
		if (!rgb) {
			add(label, difference(rainy.toFloat(0, null), clean.toFloat(0, null)));
			return;
		}
		for (int c = 0; c < COLORS.length; c++)
			add(label == null ? NAMES[c] : label + " " + NAMES[c], difference(rainy.toFloat(c, null), clean.toFloat(c, null)));
	}

	private void add(final String label, final FloatProcessor plane) {
		stack.addSlice(label, plane);
		brightest = Math.max(brightest, plane.getStats().max);
	}

	/** Into the pixels of a new image: those of a 32-bit image are its own. */
	private static FloatProcessor difference(final FloatProcessor rainy, final FloatProcessor clean) {
		final float[] rain = new float[rainy.getPixelCount()];
		for (int i = 0; i < rain.length; i++)
			rain[i] = rainy.getf(i) - clean.getf(i);
		return new FloatProcessor(rainy.getWidth(), rainy.getHeight(), rain);
	}

	/** Black is no rain, white the most there is. */
	ImagePlus image(final ImagePlus rainy, final String title, final ImagePlusFrames frames) {
		final ImagePlus plain = ImagePlusCopy.plain(rainy, title, frames, stack);
		final Calibration calibration = rainy.getCalibration().copy();
		calibration.disableDensityCalibration();
		plain.setCalibration(calibration);
		final double white = Math.max(brightest, Float.MIN_NORMAL);
		if (rgb)
			return colored(plain, white);
		plain.setOpenAsHyperStack(rainy.isHyperStack());
		plain.setDisplayRange(0, white);
		return plain;
	}

	private static ImagePlus colored(final ImagePlus plain, final double white) {
		final CompositeImage composite = new CompositeImage(plain, CompositeImage.COMPOSITE);
		composite.setOpenAsHyperStack(true);
		for (int c = 0; c < COLORS.length; c++) {
			final LUT lut = LUT.createLutFromColor(COLORS[c]);
			lut.min = 0;
			lut.max = white;
			composite.setChannelLut(lut, c + 1);
		}
		return composite;
	}
}
