package org.drsformer.derain;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.image.FrameTensor;
import org.drsformer.image.ValueRange;
import org.drsformer.image.frame.Frames;

import ai.djl.ndarray.NDManager;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

/**
 * Removes rain from images:
 *
 * <pre>
 * try (Derainer derainer = new Derainer(DerainSettings.of(model))) {
 * 	RandomAccessibleInterval&lt;ARGBType&gt; clean = derainer.derain(rainy);
 * }
 * </pre>
 *
 * Images are RGB (ARGBType), 8 bit, 16 bit, 32-bit float, or of any other RealType. Each axis beyond the first two that
 * is not the channel axis counts frames, which are derained one after the other. If an image has as many channels as
 * the network, the network takes them together; otherwise each channel is derained by itself, as gray if the network is
 * one for colour.
 * <p>
 * The network is loaded once. A derainer may be used by several threads at once, and any of them may close it at any
 * time: work that is going on then ends with an exception after the current strip. It ends in the same way when its
 * thread is interrupted.
 */
public final class Derainer implements AutoCloseable {

	/**
	 * The side of the largest square that is a small frame. With two processors, frames of 128 x 128 pixels are
	 * derained faster side by side than by strips, and frames of 160 x 160 are not.
	 */
	private static final int SMALL = 128;

	private final DerainSettings settings;
	private final FrameNetwork network;

	private final Usage usage;
	private final LongAdder nanos = new LongAdder();

	/**
	 * Loads the network.
	 *
	 * @throws DrsformerException if PyTorch, the device or the weights are missing; says what to do
	 */
	public Derainer(final DerainSettings settings) {
		this.settings = settings;
		network = new FrameNetwork(settings);
		usage = new Usage(network::close);
	}

	/**
	 * Takes a network that others use too.
	 *
	 * @param closing is run when this derainer is closed and no thread uses it any more
	 */
	Derainer(final DerainSettings settings, final FrameNetwork network, final Runnable closing) {
		this(settings, network, new Usage(closing));
	}

	private Derainer(final DerainSettings settings, final FrameNetwork network, final Usage usage) {
		this.settings = settings;
		this.network = network;
		this.usage = usage;
	}

	public DerainSettings settings() {
		return settings;
	}

	/**
	 * Removes the rain from an image without a channel axis; see
	 * {@link #derain(RandomAccessibleInterval, int, Progress)}.
	 */
	public <T extends Type<T>> RandomAccessibleInterval<T> derain(final RandomAccessibleInterval<T> image) {
		return derain(image, Frames.NO_CHANNEL_AXIS, Progress.NONE);
	}

	/**
	 * Removes the rain from an image.
	 *
	 * @param image is not changed
	 * @param channelAxis the axis that counts channels, from 0, or {@link Frames#NO_CHANNEL_AXIS}; RGB images have none
	 * @param progress receives the progress over all frames
	 * @return a new image of the same type and interval; integers are clamped to the value range, real numbers are not;
	 *         alpha is copied
	 * @throws DrsformerException if the image cannot be derained, or this derainer is closed; says why
	 * @throws java.util.concurrent.CancellationException if the progress cancels the work, or the thread is
	 *         interrupted; the interrupt flag stays set
	 */
	public <T extends Type<T>> RandomAccessibleInterval<T> derain(final RandomAccessibleInterval<T> image,
		final int channelAxis, final Progress progress)
	{
		final Frames<?> rainy = Frames.of(image, channelAxis);
		final ValueRange range = rangeOf(List.of(image));
		final RandomAccessibleInterval<T> result = emptyLike(image);
		usage.whileOpen(progress, checked -> derain(rainy, Frames.of(result, channelAxis), range, checked));
		return result;
	}

	private static <T extends Type<T>> RandomAccessibleInterval<T> emptyLike(final RandomAccessibleInterval<T> image) {
		final RandomAccessibleInterval<T> result = Views
			.translate(Util.getSuitableImgFactory(image, image.getType()).create(image), image.minAsLongArray());
		// copies the alpha, which the network does not see
		if (image.getType() instanceof ARGBType)
			LoopBuilder.setImages(image, result).forEachPixel((from, to) -> to.set(from));
		return result;
	}

	private void derain(final Frames<?> rainy, final Frames<?> clean, final ValueRange range, final Progress progress) {
		final double count = rainy.count();
		for (long frame = 0; frame < count; frame++)
			derain(rainy, clean, frame, range, progress.part(frame / count, (frame + 1) / count));
		progress.update(1);
	}

	private <S extends RealType<S>, T extends RealType<T>> void derain(final Frames<S> rainy, final Frames<T> clean,
		final long frame, final ValueRange range, final Progress progress)
	{
		derain(rainy.planes(frame), clean.planes(frame), range, progress);
	}

	/**
	 * Removes the rain from one frame of a sequence that is streamed.
	 *
	 * @param rainy has two axes besides the channel axis
	 * @param clean receives the result; of the same size and type; may be the same image
	 * @param channelAxis the channel axis of both, or {@link Frames#NO_CHANNEL_AXIS}
	 * @param range the value range of the whole sequence, see {@link #rangeOf}
	 * @throws DrsformerException if the frame cannot be derained, or this derainer is closed; says why
	 * @throws java.util.concurrent.CancellationException if the progress cancels the work, or the thread is
	 *         interrupted; the interrupt flag stays set
	 */
	public void derainFrame(final RandomAccessibleInterval<?> rainy, final RandomAccessibleInterval<?> clean,
		final int channelAxis, final ValueRange range, final Progress progress)
	{
		usage.whileOpen(progress,
			checked -> derain(Frames.of(rainy, channelAxis), Frames.of(clean, channelAxis), range, checked));
	}

	/**
	 * Returns the value range of a sequence of frames: the range of the settings, or else the range that holds all
	 * frames.
	 *
	 * @throws DrsformerException if a pixel is infinite or not a number
	 */
	public ValueRange rangeOf(final Iterable<? extends RandomAccessibleInterval<?>> frames) {
		return settings.range() != null ? settings.range() : ValueRange.of(frames);
	}

	private <S extends RealType<S>, T extends RealType<T>> void derain(final List<RandomAccessibleInterval<S>> rainy,
		final List<RandomAccessibleInterval<T>> clean, final ValueRange range, final Progress progress)
	{
		final int channels = rainy.size();
		if (channels == network.channels()) {
			forward(rainy, range, progress).write(clean, range);
			return;
		}
		for (int c = 0; c < channels; c++) {
			final Progress part = progress.part((double) c / channels, (c + 1.0) / channels);
			forward(Collections.nCopies(network.channels(), rainy.get(c)), range, part).mean()
				.write(List.of(clean.get(c)), range);
		}
	}

	private <T extends RealType<T>> FrameTensor forward(final List<RandomAccessibleInterval<T>> rainy,
		final ValueRange range, final Progress progress)
	{
		final FrameTensor frame = FrameTensor.read(rainy, range, FrameNetwork.multiple());
		final long start = System.nanoTime();
		try {
			return network.forward(frame, settings, progress);
		}
		finally {
			nanos.add(System.nanoTime() - start);
		}
	}

	/** Returns the seconds that the network has worked so far for this derainer, over all threads. */
	public double networkSeconds() {
		return nanos.sum() / 1e9;
	}

	/** Returns whether a frame is so small that it is better derained beside others than by several threads. */
	public static boolean isSmall(final int width, final int height) {
		return FrameTensor.padded(width, FrameNetwork.multiple()) *
			FrameTensor.padded(height, FrameNetwork.multiple()) <= SMALL * SMALL;
	}

	/**
	 * Returns how many small frames may be derained at the same time, each on a thread of its own that uses
	 * {@link #onOneThread}: as many as the settings have threads, or fewer if their memory limit is too low for all at
	 * once; at least 1.
	 */
	public int smallFramesAtOnce() {
		return network.sideBySide(SMALL, SMALL, settings);
	}

	/**
	 * Returns a derainer that uses one thread for each frame, and otherwise is this one: whoever closes one of them
	 * closes both.
	 */
	public Derainer onOneThread() {
		return new Derainer(settings.withThreads(1), network, usage);
	}

	/** Returns the manager of the native memory. */
	NDManager manager() {
		return network.manager();
	}

	/**
	 * Frees the native memory, unless others use it too; closing again does nothing. Never waits: if threads still use
	 * this derainer, the last of them frees the memory.
	 */
	@Override
	public void close() {
		usage.close();
	}
}
