package org.drsformer.train.learner;

import java.lang.management.ManagementFactory;
import java.util.Random;

import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.drsformer.network.Configuration;
import org.drsformer.network.Drsformer;
import org.drsformer.network.PlainForm;
import org.drsformer.train.Preset;
import org.drsformer.train.data.CropBatch;
import org.drsformer.train.recipe.OptimizerSettings;
import org.drsformer.train.recipe.Patches;

import com.sun.management.OperatingSystemMXBean;

/**
 * Measures the processor seconds of a training step: of the network, and of the plain formulas in the same library, in
 * turns in one run. The optional arguments are a preset (compact by default) and crops (4x64 by default).
 */
final class TrainingBenchmark {

	private static final int THREADS = 2;
	private static final int WARM_UP = 3;
	private static final int ROUNDS = 8;

	private TrainingBenchmark() {
		// main only
	}

	public static void main(final String... arguments) {
		final Preset preset = Preset.parse(arguments.length > 0 ? arguments[0] : "compact");
		final Patches.Stage crops = Patches.parse(arguments.length > 1 ? arguments[1] : "4x64").stages().get(0);
		final Configuration configuration = preset.configuration();
		final CropBatch batch = batch(crops);
		Torch.setThreads(THREADS);
		try (Learner strips = learner(Drsformer::record, configuration);
			Learner plain = learner(PlainForm::forward, configuration)) {
			for (int i = 0; i < WARM_UP; i++) {
				strips.step(batch, 1e-4);
				plain.step(batch, 1e-4);
			}
			double ofStrips = Double.MAX_VALUE;
			double ofPlain = Double.MAX_VALUE;
			for (int i = 0; i < ROUNDS; i++) {
				ofStrips = Math.min(ofStrips, seconds(strips, batch));
				ofPlain = Math.min(ofPlain, seconds(plain, batch));
			}
			System.out.printf("%s, %s: plain %.3f CPU s, strips %.3f CPU s a step, ratio %.2f%n", preset.label(), crops,
				ofPlain, ofStrips, ofStrips / ofPlain);
		}
	}

	private static Learner learner(final Learner.Form form, final Configuration configuration) {
		return new Learner(form, configuration, LearnerState.start(configuration, FreshWeights.of(configuration, 1)),
			OptimizerSettings.SHORT, 0.998, ComputeDevice.CPU);
	}

	private static CropBatch batch(final Patches.Stage crops) {
		final float[] rainy = new float[crops.count() * crops.size() * crops.size() * 3];
		final float[] clean = new float[rainy.length];
		final Random random = new Random(1);
		for (int i = 0; i < rainy.length; i++) {
			clean[i] = random.nextFloat();
			rainy[i] = clean[i] + 0.2f * random.nextFloat();
		}
		return new CropBatch(rainy, clean, crops.count(), crops.size(), crops.size(), 3);
	}

	private static double seconds(final Learner learner, final CropBatch batch) {
		final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		final long before = system.getProcessCpuTime();
		learner.step(batch, 1e-4);
		return (system.getProcessCpuTime() - before) / 1e9;
	}
}
