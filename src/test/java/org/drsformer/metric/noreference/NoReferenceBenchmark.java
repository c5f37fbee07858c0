package org.drsformer.metric.noreference;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleSupplier;

import org.drsformer.metric.plane.Plane;

/**
 * Measures NIQE and BRISQUE of a gray image of 512 x 512, and NIQE as its formulas are written: the processor time of
 * one thread. It takes about a minute.
 */
final class NoReferenceBenchmark {

	private static final int SIZE = 512;
	private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

	private NoReferenceBenchmark() {}

	public static void main(final String[] args) {
		final Plane gray = new Plane(SIZE, SIZE);
		Arrays.setAll(gray.values(), i -> 128 + 60 * Math.sin(i % SIZE / 9.0) * Math.cos(i / SIZE / 7.0));
		final Random random = new Random(1);
		Arrays.setAll(gray.values(), i -> Math.rint(gray.values()[i] + 8 * random.nextGaussian()));
		System.out.printf(Locale.ROOT, "NIQE, the first call  %8.1f ms%n", milliseconds(1, () -> Niqe.of(gray)));
		final double niqe = milliseconds(150, () -> Niqe.of(gray));
		System.out.printf(Locale.ROOT, "NIQE                  %8.1f ms%n", niqe);
		System.out.printf(Locale.ROOT, "BRISQUE               %8.1f ms%n", milliseconds(100, () -> Brisque.of(gray)));
		final double plain = milliseconds(30, () -> PlainNiqe.of(gray));
		System.out.printf(Locale.ROOT, "NIQE, plain formulas  %8.1f ms, ratio %.1f%n", plain, plain / niqe);
	}

	/** Returns the median of the later two thirds of the rounds. */
	private static double milliseconds(final int rounds, final DoubleSupplier work) {
		final double[] times = new double[rounds];
		for (int i = 0; i < rounds; i++) {
			final long start = THREAD.getCurrentThreadCpuTime();
			if (Double.isNaN(work.getAsDouble()))
				throw new IllegalStateException("not a number");
			times[i] = (THREAD.getCurrentThreadCpuTime() - start) / 1e6;
		}
		final double[] later = Arrays.copyOfRange(times, rounds / 3, rounds);
		Arrays.sort(later);
		return later[later.length / 2];
	}
}
