package org.drsformer.metric;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.drsformer.metric.luma.Scale;
import org.drsformer.metric.luma.Signal;
import org.drsformer.metric.plane.Plane;

/**
 * Scores the planes of two images.
 *
 * @param signal what is compared
 * @param ssim how similarity is computed
 * @param scale what the values of both images mean
 */
record PlaneScoring(Signal signal, Ssim ssim, Scale scale) {

	/**
	 * Returns the score of one plane, its channels together.
	 *
	 * @param plane from 0
	 * @throws org.drsformer.DrsformerException if a pixel is not a finite number, or the plane is smaller than the
	 *         window of SSIM
	 */
	PlaneScore score(final ImagePair images, final int plane) {
		final Plane[] result = signal.of(images.first().read(plane), scale);
		final Plane[] target = signal.of(images.second().read(plane), scale);
		final double peak = signal.peak(result, scale);
		final List<Quality> channels = IntStream.range(0, result.length)
			.mapToObj(c -> quality(result[c], target[c], peak, signal.range(scale)))
			.toList();
		final List<Long> position = LongStream.of(images.first().position(plane)).boxed().toList();
		return new PlaneScore(position, together(channels, peak), channels);
	}

	private Quality quality(final Plane result, final Plane target, final double peak, final double range) {
		final int pixels = result.values().length;
		final PlaneError error = PlaneError.of(result, target);
		final double mse = PixelError.checked(error.squared() / pixels);
		return new Quality(Psnr.ofMse(mse, peak), ssim.mean(result, target, range), mse, error.absolute() / pixels);
	}

	/** One MSE over all channels, as a PSNR of the whole image is defined; SSIM is the mean of the channels. */
	private static Quality together(final List<Quality> channels, final double peak) {
		final double mse = channels.stream().mapToDouble(Quality::mse).average().orElseThrow();
		final double ssim = channels.stream().mapToDouble(Quality::ssim).average().orElseThrow();
		final double mae = channels.stream().mapToDouble(Quality::mae).average().orElseThrow();
		return new Quality(Psnr.ofMse(mse, peak), ssim, mse, mae);
	}
}
