package org.drsformer.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.drsformer.Progress;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.image.FrameTensor;
import org.drsformer.network.Inference;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.network.configuration.Configuration.LayerNormType;
import org.drsformer.train.data.DataSettings;
import org.drsformer.train.data.TrainingSet;
import org.drsformer.train.data.ValidationSet;
import org.drsformer.train.learner.FreshWeights;
import org.drsformer.train.recipe.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import ai.djl.ndarray.NDManager;

/** Validation uses the processors that it is given, with the same result. */
@ExtendWith(Inference.class)
class ValidationThreadsTest {

	/** Large enough for several strips. */
	private static final int SIZE = 256;
	private static final Configuration CONFIGURATION = new Configuration(3, 3, 16, List.of(1, 1, 1, 1),
		List.of(1, 2, 4, 8), 2, false, LayerNormType.WITH_BIAS, false);

	@TempDir
	Path folder;

	@Test
	void helpersWork(final NDManager manager) {
		final DataSettings data = TrainingTestData.cleanFolder(TrainingTestData.clean(folder, 2, SIZE, SIZE));
		final Recipe recipe = TrainingTestData.recipe(2);
		final ValidationSet set = new ValidationSet(TrainingSet.load(data, recipe, 3, Progress.NONE).validation(), data,
			recipe, CONFIGURATION);
		final Map<String, Tensor> weights = FreshWeights.of(CONFIGURATION, 1);
		final List<FrameTensor> alone = set.derain(weights, manager, 1, Progress.NONE);
		final Map<Long, Long> before = helpers();
		final List<FrameTensor> together = set.derain(weights, manager, 2, Progress.NONE);
		final Map<Long, Long> after = helpers();
		assertTrue(after.keySet().stream().anyMatch(worked(before, after)), before + " to " + after);
		assertEquals(1, together.size());
		assertArrayEquals(alone.get(0).values(), together.get(0).values());
	}

	private static Predicate<Long> worked(final Map<Long, Long> before, final Map<Long, Long> after) {
		return id -> after.get(id) > before.getOrDefault(id, 0L);
	}

	/** Returns the processor time of each helper, in nanoseconds. */
	private static Map<Long, Long> helpers() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter(thread -> thread.getName().equals("DRSformer helper"))
			.collect(Collectors.toMap(Thread::getId,
				thread -> ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId())));
	}
}
