package org.drsformer.metric;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;

import org.drsformer.evaluate.score.Statistics;
import org.drsformer.metric.plane.Plane;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/**
 * Measures how long one pair of 512 x 512 RGB images takes, and compares SSIM with separable filters to the direct
 * two-dimensional window. It measures the processor time of one thread, which other work on the machine hardly changes.
 * It takes about ten seconds.
 */
final class MetricBenchmark {

	private static final int SIZE = 512;

	private static final int ROUNDS = 60;

	private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

	private MetricBenchmark() {}

	public static void main(final String[] args) {
		final RandomAccessibleInterval<ARGBType> result = RandomImages.argb(1, SIZE, SIZE);
		final RandomAccessibleInterval<ARGBType> target = RandomImages.argb(2, SIZE, SIZE);
		for (final Protocol protocol : Protocol.all())
			print(protocol.name(), milliseconds(() -> protocol.score(result, target).psnr()));
		print("rain200-spa and did-ddn", milliseconds(
			() -> Protocol.rain200Spa().score(result, target).psnr() + Protocol.didDdn().score(result, target).psnr()));
		compare(RandomImages.plane(1, SIZE, SIZE), RandomImages.plane(2, SIZE, SIZE));
	}

	private static void compare(final Plane a, final Plane b) {
		final Ssim ssim = Ssim.wang2004();
		final double separable = milliseconds(() -> ssim.mean(a, b, 255));
		final double direct = milliseconds(() -> DirectSsim.mean(ssim, a, b, 255));
		print("SSIM separable", separable);
		print("SSIM direct", direct);
		System.out.printf(Locale.ROOT, "ratio %.1f, difference of the values %.1e%n", direct / separable,
			Math.abs(ssim.mean(a, b, 255) - DirectSsim.mean(ssim, a, b, 255)));
	}

	private static void print(final String what, final double milliseconds) {
		System.out.printf(Locale.ROOT, "%-24s %8.2f ms%n", what, milliseconds);
	}

	/**
	 * Returns the median of the later two thirds of the rounds; in the first rounds the compiler is still at work.
	 */
	private static double milliseconds(final DoubleSupplier work) {
		final double[] times = new double[ROUNDS];
		for (int i = 0; i < ROUNDS; i++) {
			final long start = THREAD.getCurrentThreadCpuTime();
			if (Double.isNaN(work.getAsDouble()))
				throw new IllegalStateException("not a number");
			times[i] = (THREAD.getCurrentThreadCpuTime() - start) / 1e6;
		}
		return Statistics.of(Arrays.copyOfRange(times, ROUNDS / 3, ROUNDS)).median();
	}
}
