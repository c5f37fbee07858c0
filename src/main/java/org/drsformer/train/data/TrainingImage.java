package org.drsformer.train.data;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.image.FrameTensor;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.image.SliceViews;
import org.drsformer.image.ValueRange;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.content.ReadTime;
import org.drsformer.image.frame.Frames;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * An image file from which crops of any slice are taken. The pixels stay in memory as long as there is room, and are
 * read again otherwise. One thread at a time may use an image.
 */
final class TrainingImage {

	private static final long FNV_PRIME = 0x100000001b3L;

	/** The place of a crop in an image: a slice, and a rectangle in pixels. */
	record Place(int slice, int x, int y, int width, int height) {}

	private final Path file;
	private int width;
	private int height;
	private int slices;
	private int channels;
	private ValueRange range;
	private long fingerprint;
	private SoftReference<ImagePlus> pixels = new SoftReference<>(null);

	/** Reads the file. */
	TrainingImage(final Path file) {
		this.file = file;
		final ImagePlus image = image();
		final ImagePlusFrames frames = new ImagePlusFrames(image);
		width = image.getWidth();
		height = image.getHeight();
		slices = frames.count();
		channels = planes(frames, 0).size();
		range = ValueRange.of(frames);
		fingerprint = fingerprint(image.getStack());
	}

	private ImagePlus image() {
		final ImagePlus present = pixels.get();
		if (present != null)
			return present;
		final ImagePlus image = ReadTime.USUAL.read(file, () -> ImageFiles.read(file));
		pixels = new SoftReference<>(image);
		return image;
	}

	/** Returns a number that differs for other sizes or pixels, with a chance of 2^-64 that it does not: FNV-1a. */
	private static long fingerprint(final ImageStack stack) {
		long hash = 0xcbf29ce484222325L;
		for (int slice = 1; slice <= stack.size(); slice++) {
			final ImageProcessor plane = stack.getProcessor(slice);
			final int alpha = plane instanceof ColorProcessor ? 0xff000000 : 0;
			hash = (hash ^ plane.getWidth()) * FNV_PRIME;
			for (int i = 0; i < plane.getPixelCount(); i++)
				hash = (hash ^ (plane.get(i) | alpha)) * FNV_PRIME;
		}
		return hash;
	}

	/** Returns a number that is the same for images with the same pixels, whatever their files are called. */
	long fingerprint() {
		return fingerprint;
	}

	private static List<? extends RandomAccessibleInterval<?>> planes(final ImagePlusFrames frames, final int slice) {
		return Frames.of(SliceViews.frame(frames.slices(slice)), frames.channelAxis()).planes(0);
	}

	Path file() {
		return file;
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	int slices() {
		return slices;
	}

	int channels() {
		return channels;
	}

	/** Returns the value range of the samples of all slices, before lookup tables. */
	ValueRange range() {
		return range;
	}

	/** Returns a text such as {@code 640 x 480 pixels in 3 channels}. */
	String describe() {
		return width + " x " + height + " pixels in " + channels + " channel" + (channels == 1 ? "" : "s") +
			(slices == 1 ? "" : " and " + slices + " slices");
	}

	/** @throws DrsformerException if a network of this many channels cannot learn from it */
	void checkChannels(final int wanted) {
		if (channels != wanted && channels != 1 && wanted != 1)
			throw new DrsformerException("The image " + file + " has " + channels + " channels, but the network has " +
				wanted + "; convert the image, or train a network for " + channels + " channels.");
	}

	/**
	 * Returns a crop with the channels that the network has. A gray image is used for all channels of the network; a
	 * network of one channel gets one channel of a color image.
	 *
	 * @param wanted the number of channels of the network
	 * @param channel the channel for a network of one channel
	 * @param samples the value range of the samples, before lookup tables
	 * @throws DrsformerException if the file must be read again and has changed or is missing
	 */
	FrameTensor crop(final Place place, final int wanted, final int channel, final ValueRange samples) {
		final ImagePlus image = image();
		if (image.getWidth() != width || image.getHeight() != height)
			throw new DrsformerException("The image " + file + " has changed while it was in use; start again.");
		final ImagePlusFrames frames = new ImagePlusFrames(image);
		return read(Frames.of(SliceViews.frame(frames.slices(place.slice)), frames.channelAxis()), place, wanted,
			channel, frames.range(place.slice, samples));
	}

	private <T extends RealType<T>> FrameTensor read(final Frames<T> frames, final Place place, final int wanted,
		final int channel, final ValueRange black)
	{
		final List<RandomAccessibleInterval<T>> planes = new ArrayList<>();
		for (final RandomAccessibleInterval<T> plane : frames.planes(0))
			planes.add(Views.zeroMin(
				Views.interval(plane, FinalInterval.createMinSize(place.x, place.y, place.width, place.height))));
		return FrameTensor.read(planes.size() == wanted ? planes : Collections.nCopies(wanted, planes.get(channel)),
			black, 1);
	}
}
