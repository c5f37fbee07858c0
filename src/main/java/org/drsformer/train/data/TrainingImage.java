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
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * An image file that crops are taken from, any of its slices. Its pixels stay in memory as long as there is room, and
 * are read again when there was not. Used by one thread at a time.
 */
final class TrainingImage {

	/** Where a crop is in an image, and of which of its slices it is. */
	record Place(int slice, int x, int y, int width, int height) {}

	private final Path file;
	private int width;
	private int height;
	private int slices;
	private int channels;
	private ValueRange range;
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
	}

	private ImagePlus image() {
		final ImagePlus present = pixels.get();
		if (present != null)
			return present;
		final ImagePlus image = ReadTime.USUAL.read(file, () -> ImageFiles.read(file));
		pixels = new SoftReference<>(image);
		return image;
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

	/** That of its samples, found over all slices, whatever they look like. */
	ValueRange range() {
		return range;
	}

	/** Such as {@code 640 x 480 pixels in 3 channels}. */
	String describe() {
		return width + " x " + height + " pixels in " + channels + " channel" + (channels == 1 ? "" : "s") +
			(slices == 1 ? "" : " and " + slices + " slices");
	}

	/** @throws DrsformerException if a network of this many channels cannot learn from it */
	void checkChannels(final int wanted) {
		if (channels != wanted && channels != 1 && wanted != 1)
			throw new DrsformerException("The image " + file + " has " + channels + " channels, and the network " +
				wanted + "; convert the image, or train a network for " + channels + " channels.");
	}

	/**
	 * A crop as the network takes it: a gray image for all of its channels, and of several channels one for a network
	 * of one.
	 *
	 * @param channel which one that is
	 * @param samples the value range of the samples, whatever they look like
	 * @throws DrsformerException if the file has to be read again and has changed or gone
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
