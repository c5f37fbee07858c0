package org.drsformer.command.preview;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.drsformer.image.Region;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * Everything that the picture of a preview depends on; equal requests have the same picture.
 *
 * @param part the pixels to show
 * @param view what the image shows there, and how
 * @param choices the values of the inputs that the picture depends on
 */
record PreviewRequest(PreviewPart part, List<Object> view, List<Object> choices) {

	/**
	 * Returns what the user wants to see now.
	 *
	 * @param changes a number that grows when the pixels of the image change
	 * @throws org.drsformer.DrsformerException if nothing of what the command derains is visible
	 */
	static PreviewRequest of(final ImagePlus image, final int changes, final List<Object> choices) {
		final Rectangle visible = image.getCanvas().getSrcRect();
		return new PreviewRequest(PreviewPart.of(visible, Region.of(image).box()), view(image, changes), choices);
	}

	private static List<Object> view(final ImagePlus image, final int changes) {
		return List.of(changes, image.getC(), image.getZ(), image.getT(), selection(image), display(image));
	}

	/** Moving a selection changes its bounds, and reshaping it changes its mask. */
	private static Object selection(final ImagePlus image) {
		final Roi roi = image.getRoi();
		return roi == null || !roi.isArea() ? ""
			: List.of(roi.getTypeAsString(), roi.getBounds(), roi.getPolygon().npoints,
				Arrays.hashCode(roi.getPolygon().xpoints), Arrays.hashCode(roi.getPolygon().ypoints));
	}

	private static Object display(final ImagePlus image) {
		if (!(image instanceof final CompositeImage composite))
			return shades(image.getProcessor());
		final List<List<Object>> luts = IntStream.rangeClosed(1, image.getNChannels())
			.mapToObj(channel -> shades(composite.getChannelLut(channel)))
			.toList();
		return List.of(composite.getMode(), Arrays.toString(composite.getActiveChannels()), luts);
	}

	private static List<Object> shades(final ImageProcessor plane) {
		return List.of(plane.getMin(), plane.getMax(), plane.getColorModel());
	}

	private static List<Object> shades(final LUT lut) {
		return List.of(lut.min, lut.max, Arrays.hashCode(lut.getBytes()));
	}
}
