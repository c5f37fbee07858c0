package org.drsformer.train.learner;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.drsformer.network.PlainForm;
import org.drsformer.network.RestorationNetwork;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.train.Preset;
import org.drsformer.train.data.CropBatch;
import org.drsformer.train.recipe.Patches;
import org.drsformer.train.recipe.Recipe;

import com.sun.management.OperatingSystemMXBean;

/**
 * Measures the time of a training step, by the clock and of the processors: of the network with the crops of a batch
 * shared by threads, of the network with threads inside of its operations, and of the plain formulas in the same
 * library with threads inside. All take turns in one run, with the same settings of the allocator; the figures are
 * medians. The optional arguments are a preset (compact by default) and crops (4x64 by default).
 */
final class TrainingBenchmark {

	private static final int THREADS = 2;
	private static final int WARM_UP = 3;
	private static final int ROUNDS = 11;

	private TrainingBenchmark() {
		// main only
	}

	/** Seconds of the clock and of the processors. */
	private record Time(double wall, double cpu) {

		static Time median(final List<Time> times) {
			return new Time(median(times, Time::wall), median(times, Time::cpu));
		}

		private static double median(final List<Time> times, final ToDoubleFunction<Time> part) {
			return times.stream().mapToDouble(part).sorted().skip(times.size() / 2).findFirst().orElseThrow();
		}
	}

	public static void main(final String... arguments) {
		final Preset preset = Preset.parse(arguments.length > 0 ? arguments[0] : "compact");
		final Patches.Stage crops = Patches.parse(arguments.length > 1 ? arguments[1] : "4x64").stages().get(0);
		final Configuration configuration = preset.configuration();
		final CropBatch batch = batch(crops);
		Torch.expectTraining();
		Torch.setThreads(THREADS);
		final Map<String, Learner> forms = new LinkedHashMap<>();
		forms.put("plain, threads inside", learner(PlainForm::forward, configuration, 1));
		forms.put("ours, threads inside", learner(RestorationNetwork::record, configuration, 1));
		forms.put("ours, crops shared out", learner(RestorationNetwork::record, configuration, THREADS));
		final Map<String, List<Time>> times = new LinkedHashMap<>();
		for (int i = 0; i < WARM_UP + ROUNDS; i++)
			forms.forEach(
				(name, learner) -> times.computeIfAbsent(name, key -> new ArrayList<>()).add(time(learner, batch)));
		forms.values().forEach(Learner::close);
		System.out.printf(Locale.ROOT, "%s, %s, %d threads; seconds a step%n", preset.label(), crops, THREADS);
		times.forEach((name, all) -> {
			final Time time = Time.median(all.subList(WARM_UP, all.size()));
			System.out.printf(Locale.ROOT, "%-24s wall %.3f, processors %.3f%n", name, time.wall, time.cpu);
		});
	}

	private static Learner learner(final Learner.Form form, final Configuration configuration, final int threads) {
		return new Learner(form, configuration, LearnerState.start(configuration, FreshWeights.of(configuration, 1)),
			Recipe.COMPACT, ComputeDevice.CPU, threads);
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

	private static Time time(final Learner learner, final CropBatch batch) {
		final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		final long cpu = system.getProcessCpuTime();
		final long wall = System.nanoTime();
		learner.step(batch, 1e-4);
		return new Time((System.nanoTime() - wall) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
	}
}
