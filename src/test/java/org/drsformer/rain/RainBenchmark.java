package org.drsformer.rain;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

import org.drsformer.image.FrameTensor;

/** Prints the processor time in milliseconds for rain on one crop of 128 x 128 pixels with three channels. */
public final class RainBenchmark {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final int ROUNDS = 1000;

	private RainBenchmark() {}

	public static void main(final String[] args) {
		final FrameTensor clean = new FrameTensor(new float[128 * 128 * 3], 128, 128, 3);
		for (final RainPreset preset : RainPreset.values()) {
			final RainSynthesizer synthesizer = new RainSynthesizer(preset, 1);
			double sum = 0;
			long start = 0;
			for (int i = -ROUNDS; i < ROUNDS; i++) {
				if (i == 0)
					start = THREADS.getCurrentThreadCpuTime();
				sum += synthesizer.rainy(clean, i).values()[0];
			}
			System.out.printf("%s: %.2f ms (%s)%n", preset.label(),
				(THREADS.getCurrentThreadCpuTime() - start) / 1e6 / ROUNDS, sum);
		}
	}
}
