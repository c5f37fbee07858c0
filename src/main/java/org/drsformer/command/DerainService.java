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
 * #@ DerainService derain
 * #@ Dataset image
 * #@output result
 * result = derain.derain(image)
 * </pre>
 *
 * Images are RGB (ARGBType), 8 bit, 16 bit, 32-bit float, or of any other RealType; each axis beyond the first two that
 * is not that of the channels counts frames. The network is loaded once for all, and let go when nobody has used it for
 * a minute.
 */
public interface DerainService extends SciJavaService {

	/** The names of the models at hand; the first is the bundled one. */
	List<String> models();

	/**
	 * Settings with everything automatic but the model.
	 *
	 * @param model a name, or the path of a {@code .pth} or {@code .safetensors} file
	 * @throws org.drsformer.DrsformerException if there is none, or its file is damaged
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
	 * The same for an image with a channel axis, such as 2 for that of an RGB photograph; three channels go together.
	 */
	<T extends Type<T>> RandomAccessibleInterval<T> derain(RandomAccessibleInterval<T> image, String model,
		int channelAxis);

	/**
	 * Removes the rain.
	 *
	 * @param image left as it is
	 * @param channelAxis the axis that counts channels, from 0, or
	 *        {@link org.drsformer.image.frame.Frames#NO_CHANNEL_AXIS}; three channels are derained together
	 * @param progress over all frames
	 * @return a new image of the same type and interval
	 * @throws org.drsformer.DrsformerException if the image cannot be derained; says why
	 * @throws java.util.concurrent.CancellationException if the progress asks for it
	 */
	<T extends Type<T>> RandomAccessibleInterval<T> derain(RandomAccessibleInterval<T> image, int channelAxis,
		DerainSettings settings, Progress progress);

	/** A derainer for many images, which shares its network; whoever asks closes it. */
	Derainer open(DerainSettings settings);

	/** Gives back the memory of networks that nobody uses now. */
	void releaseUnused();
}
