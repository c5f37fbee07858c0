package org.drsformer.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.drsformer.LiveArrays;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.drsformer.train.data.CropBatch;
import org.drsformer.train.learner.FreshWeights;
import org.drsformer.train.learner.Learner;
import org.drsformer.train.learner.LearnerState;
import org.drsformer.train.recipe.Patches;

/**
 * Takes 500 steps with the compact network, and prints live arrays and resident memory (Linux) from step 20 on. The
 * optional arguments are the number of steps and the crops (2x32 by default).
 */
public final class TrainingSoak {

	private static final int FIRST = 20;

	private TrainingSoak() {
		// main only
	}

	public static void main(final String... arguments) throws IOException {
		final int steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
		final Patches.Stage crops = Patches.parse(arguments.length > 1 ? arguments[1] : "2x32").stages().get(0);
		final Preset preset = Preset.COMPACT;
		Torch.expectTraining();
		Torch.setThreads(2);
		final Random random = new Random(1);
		try (Learner learner = new Learner(preset.configuration(),
			LearnerState.start(preset.configuration(), FreshWeights.of(preset.configuration(), 1)), preset.recipe(),
			ComputeDevice.CPU, 2)) {
			for (int step = 1; step <= steps; step++) {
				learner.step(batch(crops, random), 1e-4);
				if (step == FIRST || step % 60 == FIRST)
					System.out.printf("step %d: %d live arrays, %d MiB resident%n", step,
						LiveArrays.in(learner.manager()), resident() >> 10);
			}
		}
	}

	private static CropBatch batch(final Patches.Stage crops, final Random random) {
		final float[] rainy = new float[crops.count() * crops.size() * crops.size() * 3];
		final float[] clean = new float[rainy.length];
		for (int i = 0; i < rainy.length; i++) {
			clean[i] = random.nextFloat();
			rainy[i] = clean[i] + 0.2f * random.nextFloat();
		}
		return new CropBatch(rainy, clean, crops.count(), crops.size(), crops.size(), 3);
	}

	/** Returns the resident memory in KiB. */
	private static long resident() throws IOException {
		return Files.readAllLines(Path.of("/proc/self/status"))
			.stream()
			.filter(line -> line.startsWith("VmRSS"))
			.mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
			.findFirst()
			.orElse(0);
	}
}
