package org.drsformer.command.preview;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;

import org.drsformer.Progress;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.imageplus.ImageChoice;
import org.drsformer.derain.imageplus.ImagePlusDerainer;
import org.drsformer.derain.imageplus.NewImage;
import org.drsformer.image.ChannelChoice;
import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.image.PlaneChoice;
import org.drsformer.image.frame.Frames;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.Blitter;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * A copy of a part of what an image shows: of the channels that are visible, at the position that is shown.
 *
 * @param image of the size of the part
 * @param channels says which of its channels the network takes together
 */
record ShownPart(ImagePlus image, ChannelChoice channels) {

	/**
	 * Copies a part.
	 *
	 * @param original stays as it is
	 * @throws org.drsformer.DrsformerException if the image does not have such channels
	 */
	static ShownPart of(final ImagePlus original, final Rectangle part, final ChannelChoice channels) {
		final ImagePlusFrames frames = new ImagePlusFrames(original, PlaneChoice.parse("current", 1, 0), channels);
		final boolean joined = frames.channelAxis() != Frames.NO_CHANNEL_AXIS;
		final ImagePlus copy = joined || original.getDisplayMode() == IJ.COMPOSITE ? allChannels(original, part, frames)
			: oneChannel(original, part, frames);
		copy.setOverlay(null);
		copy.setRoi(selection(original, part));
		return new ShownPart(copy, joined ? ChannelChoice.RGB : ChannelChoice.EACH);
	}

	private static ImagePlus allChannels(final ImagePlus original, final Rectangle part, final ImagePlusFrames frames) {
		final ImageStack stack = new ImageStack();
		for (int i = 0; i < frames.count(); i++) {
			final List<String> labels = frames.labels(i);
			final List<ImageProcessor> slices = frames.slices(i);
			for (int s = 0; s < slices.size(); s++)
				stack.addSlice(labels.get(s), cut(slices.get(s), part));
		}
		return ImagePlusCopy.of(original, original.getTitle(), frames, stack);
	}

	private static ImagePlus oneChannel(final ImagePlus original, final Rectangle part, final ImagePlusFrames frames) {
		final ImageProcessor plane = cut(frames.slices(original.getC() - 1).get(0), part);
		if (!frames.isPalette() && !(plane instanceof ColorProcessor))
			display(original, plane);
		return new ImagePlus(original.getTitle(), plane);
	}

	private static void display(final ImagePlus original, final ImageProcessor plane) {
		final ImageProcessor shown = original.getProcessor();
		plane.setColorModel(shown.getColorModel());
		plane.setMinAndMax(shown.getMin(), shown.getMax());
		if (!(original instanceof final CompositeImage composite))
			return;
		final LUT lut = composite.getChannelLut();
		plane.setLut(composite.getMode() == IJ.GRAYSCALE ? LUT.createLutFromColor(Color.WHITE) : lut);
		plane.setMinAndMax(lut.min, lut.max);
	}

	private static ImageProcessor cut(final ImageProcessor plane, final Rectangle part) {
		final ImageProcessor cut = plane.createProcessor(part.width, part.height);
		cut.copyBits(plane, -part.x, -part.y, Blitter.COPY);
		return cut;
	}

	private static Roi selection(final ImagePlus original, final Rectangle part) {
		final Roi roi = original.getRoi();
		if (roi == null || !roi.isArea())
			return null;
		final Roi copy = (Roi) roi.clone();
		copy.setLocation(roi.getXBase() - part.x, roi.getYBase() - part.y);
		return copy;
	}

	/**
	 * Derains the part and returns it as the original shows it.
	 *
	 * @param derainer with the value range of the original
	 * @throws java.util.concurrent.CancellationException if the progress cancels the work
	 */
	ImageProcessor derained(final Derainer derainer, final Progress progress) {
		final ImageChoice choice = new ImageChoice(PlaneChoice.ALL, channels, true);
		return picture(new ImagePlusDerainer(image, choice, derainer, progress)
			.into(new NewImage(image, derainer.settings().model().task()), false)
			.image());
	}

	private ImageProcessor picture(final ImagePlus derained) {
		return new ColorProcessor(derained.getImage());
	}
}
