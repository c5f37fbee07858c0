package org.drsformer.image.file.tiff;

import java.nio.file.Path;
import java.util.Properties;
import java.util.function.IntUnaryOperator;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.util.Tools;

/** Builds an image from the pages of a TIFF file and from what the file says of them, as ImageJ does. */
final class TiffImage {

	private static final String[] COLORS = { "Red", "Green", "Blue" };

	private final TiffPages pages;
	private final TiffMetadata metadata;
	private final Properties description;

	TiffImage(final TiffPages pages, final TiffMetadata metadata) {
		this.pages = pages;
		this.metadata = metadata;
		final Properties told = metadata.description();
		description = told == null ? new Properties() : told;
	}

	/** Returns the number of slices of the image. */
	int slices() {
		return pages.count() * pages.kind().slices();
	}

	private int count(final String name) {
		final double value = Tools.parseDouble(description.getProperty(name), 1);
		return value >= 1 && value <= Integer.MAX_VALUE ? (int) value : 1;
	}

	/** Returns whether the description has as many slices as there are. */
	private boolean isDescribed() {
		return !description.isEmpty() && (long) count("channels") * count("slices") * count("frames") == slices();
	}

	/**
	 * Returns a function from a slice of the image to the slice in the file, both from 0. Old files of ImageJ store the
	 * channels behind the slices.
	 */
	IntUnaryOperator order() {
		if (!isDescribed() || !"zct".equals(description.getProperty("order")))
			return slice -> slice;
		final int channels = count("channels");
		final int depth = count("slices");
		return slice -> {
			final int time = slice / (channels * depth);
			return (time * channels + slice % channels) * depth + slice / channels % depth;
		};
	}

	/**
	 * Returns the image.
	 *
	 * @param stack the slices in the order of the image
	 */
	ImagePlus of(final ImageStack stack, final Path file) {
		label(stack);
		final ImageProcessor shown = metadata.pixel().getProcessor();
		if (pages.kind().isGray())
			stack.setColorModel(shown.getColorModel());
		final ImagePlus image = new ImagePlus(file.getFileName().toString(), stack);
		annotate(image, file);
		if (metadata.pixel().getType() == ImagePlus.COLOR_256 && image.getType() != ImagePlus.COLOR_RGB)
			image.setTypeToColor256();
		final boolean ranged = stack.getBitDepth() == Byte.SIZE || description.containsKey("min");
		if (ranged && !(image.getProcessor() instanceof ColorProcessor))
			image.getProcessor().setMinAndMax(shown.getMin(), shown.getMax());
		return arranged(image);
	}

	private void label(final ImageStack stack) {
		final String[] labels = metadata.info().sliceLabels;
		final boolean rgb48 = slices() == COLORS.length && pages.kind().slices() == COLORS.length
			&& !pages.kind().isGray();
		for (int i = 0; i < stack.getSize(); i++) {
			final int label = order().applyAsInt(i);
			if (labels != null && label < labels.length)
				stack.setSliceLabel(labels[label], i + 1);
			if (rgb48)
				stack.setSliceLabel(COLORS[i], i + 1);
		}
	}

	private void annotate(final ImagePlus image, final Path file) {
		final ImagePlus pixel = metadata.pixel();
		metadata.info().fileName = image.getTitle();
		metadata.info().directory = file.toAbsolutePath().getParent() + "/";
		metadata.info().width = image.getWidth();
		metadata.info().height = image.getHeight();
		image.setFileInfo(metadata.info());
		image.setCalibration(pixel.getCalibration());
		image.setProperty("Info", pixel.getProperty("Info"));
		image.setProperties(metadata.info().properties);
		image.setOverlay(pixel.getOverlay());
		image.setRoi(pixel.getRoi());
	}

	private ImagePlus arranged(final ImagePlus image) {
		final int own = pages.kind().slices();
		if (isDescribed()) {
			image.setDimensions(count("channels"), count("slices"), count("frames"));
			image.setOpenAsHyperStack(Boolean.parseBoolean(description.getProperty("hyperstack")));
		}
		else if (own > 1)
			image.setDimensions(own, pages.count(), 1);
		final boolean composite = own > 1 || image.getOpenAsHyperStack() || description.containsKey("mode");
		return image.getNChannels() > 1 && composite && image.getType() != ImagePlus.COLOR_RGB
			? new CompositeImage(image, mode())
			: image;
	}

	private int mode() {
		return switch (description.getProperty("mode", "")) {
			case "composite" -> CompositeImage.COMPOSITE;
			case "gray" -> CompositeImage.GRAYSCALE;
			case "color" -> CompositeImage.COLOR;
			default -> pages.kind().isGray() ? description.isEmpty() ? CompositeImage.GRAYSCALE : CompositeImage.COLOR
				: CompositeImage.COMPOSITE;
		};
	}
}
