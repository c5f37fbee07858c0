package org.drsformer.command;

import java.util.List;

import org.drsformer.Progress;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.scijava.service.SciJavaService;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.Type;

/**
 * Removes rain from ImgLib2 images, for scripts and other plugins:
 *
 * <pre>
 * #@ Dataset image
 * #@ DerainService derain
 * #@output Dataset derained
 * derained = image.duplicate()
 * net.imglib2.util.ImgUtil.copy(derain.derain(image, "compact", 2), derained)
 * </pre>
 *
 * Images are RGB (ARGBType), 8 bit, 16 bit, 32-bit float, or of any other RealType; each axis beyond the first two that
 * is not the channel axis counts frames. The network is loaded once for all callers, and freed when nobody has used it
 * for a minute.
 */
public interface DerainService extends SciJavaService {

	/** Returns the names of the installed models; the first is the bundled one. */
	List<String> models();

	/**
	 * Returns settings in which everything but the model is automatic.
	 *
	 * @param model a name, or the path of a {@code .pth} or {@code .safetensors} file
	 * @throws org.drsformer.DrsformerException if there is no such model, or its file is damaged
	 */
	DerainSettings settings(String model);

	/**
	 * Removes the rain with the bundled model; see
	 * {@link #derain(RandomAccessibleInterval, int, DerainSettings, Progress)}.
	 */
	<T extends Type<T>> RandomAccessibleInterval<T> derain(RandomAccessibleInterval<T> image);

	/**
	 * Removes the rain with this model; see {@link #derain(RandomAccessibleInterval, int, DerainSettings, Progress)}.
	 */
	<T extends Type<T>> RandomAccessibleInterval<T> derain(RandomAccessibleInterval<T> image, String model);

	/**
	 * Removes the rain from an image with a channel axis, such as 2 for an RGB photograph; three channels are derained
	 * together.
	 */
	<T extends Type<T>> RandomAccessibleInterval<T> derain(RandomAccessibleInterval<T> image, String model,
		int channelAxis);

	/**
	 * Removes the rain.
	 *
	 * @param image is not changed
	 * @param channelAxis the axis that counts channels, from 0, or
	 *        {@link org.drsformer.image.frame.Frames#NO_CHANNEL_AXIS}; three channels are derained together
	 * @param progress receives the progress over all frames
	 * @return a new image of the same type and interval
	 * @throws org.drsformer.DrsformerException if the image cannot be derained; says why
	 * @throws java.util.concurrent.CancellationException if the progress cancels the work
	 */
	<T extends Type<T>> RandomAccessibleInterval<T> derain(RandomAccessibleInterval<T> image, int channelAxis,
		DerainSettings settings, Progress progress);

	/** Returns a derainer for many images, which the caller closes. It shares its network. */
	Derainer open(DerainSettings settings);

	/** Frees the memory of networks that nobody uses now. */
	void releaseUnused();
}
