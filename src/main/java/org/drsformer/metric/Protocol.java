package org.drsformer.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.image.frame.Frames;
import org.drsformer.metric.luma.AllChannels;
import org.drsformer.metric.luma.BasicSrLuma;
import org.drsformer.metric.luma.ExactLuma;
import org.drsformer.metric.luma.Luma;
import org.drsformer.metric.luma.RoundedLuma;
import org.drsformer.metric.luma.Scale;
import org.drsformer.metric.luma.Signal;

import net.imglib2.RandomAccessibleInterval;

/**
 * One exactly defined way to score a result against its target. Scores of different protocols cannot be compared; the
 * published tables of deraining use two of them, {@link #rain200Spa()} and {@link #didDdn()}.
 *
 * <pre>{@code
 * Score score = Protocol.byName("rain200-spa").score(result, target);
 * double psnr = score.psnr(); // dB
 * double ssim = score.ssim();
 * }</pre>
 *
 * Images may be RGB (ARGBType, alpha is ignored) or of any real type; a channel axis must be named:
 *
 * <pre>{@code
 * Score color = Protocol.didDdn().score(result, target, 2); // axes x, y, channel
 * Score camera = Protocol.scientific().withDataRange(4095).score(result, target); // 12 bit in 16
 * }</pre>
 *
 * The first two axes that are not the channel axis span planes, and each plane is scored by itself. Immutable.
 */
public final class Protocol {

	/** Stands for no channel axis: each plane is gray, or RGB by its pixel type. */
	public static final int NO_CHANNEL_AXIS = Frames.NO_CHANNEL_AXIS;

	private final String name;
	private final String description;
	private final Depth depth;
	private final Signal signal;
	private final Ssim ssim;
	private final OptionalDouble statedRange;

	private Protocol(final String name, final String description, final Depth depth, final Signal signal,
		final Ssim ssim, final OptionalDouble statedRange)
	{
		this.name = name;
		this.description = description;
		this.depth = depth;
		this.signal = signal;
		this.ssim = ssim;
		this.statedRange = statedRange;
	}

	/**
	 * Returns {@code rain200-spa}, the protocol of tables for Rain200L, Rain200H and SPA-Data: the MATLAB script of
	 * Restormer, which DRSformer (CVPR 2023) uses. Luma rounded to integers ({@link Luma#rounded}), PSNR against 255,
	 * SSIM of Wang et al. (2004) without downsampling ({@link Ssim#wang2004()}). Scores 8-bit images by their type,
	 * 16-bit images only against a stated range; their luma is then rounded in 16 bit.
	 */
	public static Protocol rain200Spa() {
		return new Protocol("rain200-spa", ProtocolDescriptions.RAIN200_SPA, Depth.BYTE_UNLESS_STATED,
			new RoundedLuma(), Ssim.wang2004(), OptionalDouble.empty());
	}

	/**
	 * Returns {@code did-ddn}, the protocol of tables for DID-Data and DDN-Data: the MATLAB script of RCDNet, which
	 * DRSformer (CVPR 2023) uses. Luma in double precision ({@link Luma#exact}), PSNR on 0..1, SSIM after automatic
	 * downsampling ({@link Ssim#wangDownsampled()}). 8-bit and 16-bit images are scaled to 0..1 by their own range, as
	 * {@code im2double} does; others by a stated range.
	 */
	public static Protocol didDdn() {
		return new Protocol("did-ddn", ProtocolDescriptions.DID_DDN, Depth.BYTE_OR_SHORT, new ExactLuma(),
			Ssim.wangDownsampled(), OptionalDouble.empty());
	}

	/**
	 * Returns {@code rgb}: PSNR of the MSE over all three channels together, and the mean of their SSIMs by Wang et al.
	 * (2004), as papers on denoising and deblurring report them. 1 to 2 dB lower than on luma. Scores 8-bit images by
	 * their type, others only against a stated range.
	 */
	public static Protocol rgb() {
		return new Protocol("rgb", ProtocolDescriptions.RGB, Depth.BYTE_UNLESS_STATED, new AllChannels(true),
			Ssim.wang2004(), OptionalDouble.empty());
	}

	/**
	 * Returns {@code basicsr-y}: what the copy of BasicSR in deraining repositories computes with
	 * {@code test_y_channel}, the numbers of its training logs. Luma in single precision, SSIM with repeated borders
	 * ({@link Ssim#basicSr()}). Not symmetric in one case: if no luma of the result is above 1, as in a black gray
	 * image, BasicSR scores PSNR against 1 instead of 255. 8-bit images only.
	 */
	public static Protocol basicSrY() {
		return new Protocol("basicsr-y", ProtocolDescriptions.BASICSR_Y, Depth.BYTE, new BasicSrLuma(), Ssim.basicSr(),
			OptionalDouble.empty());
	}

	/**
	 * Returns {@code scientific}: any number of channels and any bit depth, as scikit-image computes
	 * {@code peak_signal_noise_ratio} and {@code structural_similarity} by default. PSNR of the MSE over all channels,
	 * mean of the SSIMs of the channels ({@link Ssim#scikitImage()}), against the range of the integer type or a stated
	 * one.
	 */
	public static Protocol scientific() {
		return new Protocol("scientific", ProtocolDescriptions.SCIENTIFIC, Depth.INTEGER, new AllChannels(false),
			Ssim.scikitImage(), OptionalDouble.empty());
	}

	/**
	 * Returns {@code scientific-gaussian}: as {@link #scientific()}, with the SSIM of scikit-image's options
	 * {@code gaussian_weights=True, sigma=1.5, use_sample_covariance=False}, which are those of Wang et al. (2004).
	 */
	public static Protocol scientificGaussian() {
		return new Protocol("scientific-gaussian", ProtocolDescriptions.SCIENTIFIC_GAUSSIAN, Depth.INTEGER,
			new AllChannels(false), Ssim.wang2004(), OptionalDouble.empty());
	}

	/** Returns every protocol, the published ones first. */
	public static List<Protocol> all() {
		return List.of(rain200Spa(), didDdn(), rgb(), basicSrY(), scientific(), scientificGaussian());
	}

	/**
	 * Returns the protocol with a name.
	 *
	 * @throws DrsformerException if there is none; the message lists all names
	 */
	public static Protocol byName(final String name) {
		return all().stream()
			.filter(protocol -> protocol.name.equals(name))
			.findFirst()
			.orElseThrow(() -> new DrsformerException("There is no protocol " + name + "; use one of " +
				all().stream().map(Protocol::name).collect(Collectors.joining(", ")) + "."));
	}

	/** Returns what users call it, such as {@code rain200-spa}. */
	public String name() {
		return name;
	}

	/** Returns what it computes and where that comes from, for users: one or two sentences. */
	public String description() {
		return description;
	}

	/** Returns the range that {@link #withDataRange} has stated; empty for the range of the pixel type. */
	public OptionalDouble statedDataRange() {
		return statedRange;
	}

	/**
	 * Returns this protocol against a range that the caller states, instead of the range of the pixel type.
	 *
	 * @param dataRange distance between the darkest and the brightest possible value, in grey levels
	 * @throws DrsformerException if it is not positive
	 */
	public Protocol withDataRange(final double dataRange) {
		return new Protocol(name, description, depth, signal, ssim, OptionalDouble.of(DataRange.checked(dataRange)));
	}

	/**
	 * Scores two images without a channel axis: see
	 * {@link #score(RandomAccessibleInterval, RandomAccessibleInterval, int)}.
	 */
	public Score score(final RandomAccessibleInterval<?> result, final RandomAccessibleInterval<?> target) {
		return score(result, target, NO_CHANNEL_AXIS);
	}

	/**
	 * Scores every plane of a result on the calling thread. Any number of threads may call this at once.
	 *
	 * @param channelAxis the axis of both images that counts channels, or {@link #NO_CHANNEL_AXIS}
	 * @throws DrsformerException if the images differ in size, are smaller than the SSIM window, or have a type or a
	 *         number of channels that the protocol does not score
	 */
	public Score score(final RandomAccessibleInterval<?> result, final RandomAccessibleInterval<?> target,
		final int channelAxis)
	{
		return score(result, target, channelAxis, Progress.NONE);
	}

	/**
	 * Scores as {@link #score(RandomAccessibleInterval, RandomAccessibleInterval, int)}, for stacks that take long.
	 *
	 * @param progress updated after every plane
	 */
	public Score score(final RandomAccessibleInterval<?> result, final RandomAccessibleInterval<?> target,
		final int channelAxis, final Progress progress)
	{
		final ImagePair images = ImagePair.of(result, target, channelAxis);
		checkChannels(images.first().channels());
		final Scale scale = depth.scale(name, result, target, statedRange);
		final PlaneScoring scoring = new PlaneScoring(signal, ssim, scale);
		final List<PlaneScore> planes = new ArrayList<>();
		for (int plane = 0; plane < images.count(); plane++) {
			planes.add(scoring.score(images, plane));
			progress.update((plane + 1.0) / images.count());
		}
		return new Score(name, scale.dataRange(), List.copyOf(planes));
	}

	private void checkChannels(final int channels) {
		if (!signal.accepts(channels))
			throw new DrsformerException("The protocol " + name + " scores gray and RGB images, not " + channels +
				" channels; take the three colour channels, or use the protocol scientific.");
	}

	/** Returns the name. */
	@Override
	public String toString() {
		return name;
	}
}
