package org.drsformer.derain.imageplus;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

import org.drsformer.image.BlankStack;
import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.image.ValueRange;
import org.drsformer.model.Task;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * The rain, blur or noise that was removed: input minus result in pixel values, as a 32-bit image; negative where the
 * result is brighter. For an inverted lookup table it is result minus input, so that rain is positive too. The layer of
 * an RGB image has three channels, shown together.
 */
final class RainLayer implements AutoCloseable {

	private static final Color[] COLORS = { Color.RED, Color.GREEN, Color.BLUE };
	private static final String[] NAMES = { "Red", "Green", "Blue" };

	private final ImagePlus rainy;
	private final ImagePlusFrames frames;
	private final Task task;
	private final LayerTarget target;
	private final boolean rgb;
	private double brightest;

	/**
	 * @param frames the frames of the image that are derained
	 * @param range the value range of the image, which bounds the rain
	 * @param task names the layer
	 * @throws org.drsformer.DrsformerException if the target cannot take the layer
	 */
	RainLayer(final ImagePlus rainy, final ImagePlusFrames frames, final ValueRange range, final Task task,
		final LayerTarget target)
	{
		this.rainy = rainy;
		this.task = task;
		this.frames = frames;
		this.target = target;
		rgb = frames.slices(0).get(0) instanceof ColorProcessor;
		target.begin(image(new BlankStack(rainy.getWidth(), rainy.getHeight(), labels()), range.max() - range.min()));
	}

	private List<String> labels() {
		final List<String> labels = new ArrayList<>();
		for (int i = 0; i < frames.count(); i++)
			for (final String label : frames.labels(i))
				for (int c = 0; c < (rgb ? COLORS.length : 1); c++)
					labels.add(rgb ? label(label, c) : label);
		return labels;
	}

	private static String label(final String slice, final int color) {
		return slice == null ? NAMES[color] : slice + " " + NAMES[color];
	}

	/**
	 * Adds the rain of a plane.
	 *
	 * @param negative whether larger values are darker, so that rain has made them smaller
	 */
	void add(final String label, final ImageProcessor rainy, final ImageProcessor clean, final boolean negative) {
		if (negative)
			add(label, clean, rainy);
		else
			add(label, rainy, clean);
	}

	private void add(final String label, final ImageProcessor rainy, final ImageProcessor clean) {
		if (!rgb) {
			add(label, difference(rainy.toFloat(0, null), clean.toFloat(0, null)));
			return;
		}
		for (int c = 0; c < COLORS.length; c++)
			add(label(label, c), difference(rainy.toFloat(c, null), clean.toFloat(c, null)));
	}

	private void add(final String label, final FloatProcessor plane) {
		brightest = Math.max(brightest, plane.getStats().max);
		target.add(label, plane);
	}

	/** Returns the difference as a new image: the pixels of a 32-bit image belong to the image itself. */
	private static FloatProcessor difference(final FloatProcessor rainy, final FloatProcessor clean) {
		final float[] rain = new float[rainy.getPixelCount()];
		for (int i = 0; i < rain.length; i++)
			rain[i] = rainy.getf(i) - clean.getf(i);
		return new FloatProcessor(rainy.getWidth(), rainy.getHeight(), rain);
	}

	/** Finishes the layer and returns it. Black is no rain, and white is the brightest rain. */
	ImagePlus finish() {
		final ImagePlus layer = image(target.finish(), Math.max(brightest, Float.MIN_NORMAL));
		layer.changes = !target.isSaved();
		return layer;
	}

	private ImagePlus image(final ImageStack stack, final double white) {
		final String title = ImagePlusCopy.title(rainy.getTitle(), "-" + task.removed());
		final ImagePlus plain = ImagePlusCopy.plain(rainy, title, frames, stack);
		final Calibration calibration = rainy.getCalibration().copy();
		calibration.disableDensityCalibration();
		plain.setCalibration(calibration);
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

	/** Discards a layer that is not finished. */
	@Override
	public void close() {
		target.close();
	}
}
