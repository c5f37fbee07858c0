package org.drsformer.train.data;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.drsformer.rain.RainPreset;
import org.drsformer.rain.RainSynthesizer;
import org.drsformer.rain.Seeds;
import org.drsformer.train.recipe.Patches;
import org.drsformer.train.recipe.Recipe;

/**
 * Makes the batch of each step. A batch follows from the seed and the number of its step, so that a training that
 * continues after a stop needs no other random state. The next batch is made while the network learns from this one.
 */
public final class CropBatches implements AutoCloseable {

	private final List<Scene> scenes;
	private final Recipe recipe;
	private final RainSynthesizer synthesizer;
	private final RainSynthesizer ordinary;
	private final double keep;
	private final int channels;
	private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
		final Thread thread = new Thread(work, "training crops");
		thread.setDaemon(true);
		return thread;
	});
	private Future<CropBatch> next;
	private long nextStep = -1;

	public CropBatches(final List<Scene> scenes, final DataSettings data, final Recipe recipe, final int channels) {
		this.scenes = scenes;
		this.recipe = recipe;
		this.channels = channels;
		synthesizer = new RainSynthesizer(data.style(), recipe.seed());
		ordinary = new RainSynthesizer(RainPreset.MIXED, Seeds.member(recipe.seed(), -4));
		keep = data.keep();
	}

	/**
	 * Returns the batch of a step, counted from 0.
	 *
	 * @throws CancellationException if the thread is interrupted
	 */
	public CropBatch at(final long step) {
		final Future<CropBatch> wanted = step == nextStep ? next : executor.submit(() -> make(step));
		try {
			final CropBatch batch = wanted.get();
			nextStep = step + 1;
			next = executor.submit(() -> make(step + 1));
			return batch;
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
		catch (final ExecutionException exc) {
			throw exc.getCause() instanceof final RuntimeException failure ? failure : new IllegalStateException(exc);
		}
	}

	CropBatch make(final long step) {
		final Patches.Stage stage = recipe.patches().at(step, recipe.steps());
		final Random random = Seeds.random(Seeds.member(recipe.seed(), step));
		final int length = stage.size() * stage.size() * channels;
		final int count = stage.count() * recipe.gradient().accumulate();
		final float[] rainy = new float[Math.multiplyExact(count, length)];
		final float[] clean = new float[rainy.length];
		for (int i = 0; i < count; i++) {
			final Pair pair = pair(scenes.get(random.nextInt(scenes.size())), stage.size(), random);
			System.arraycopy(pair.rainy().values(), 0, rainy, i * length, length);
			System.arraycopy(pair.clean().values(), 0, clean, i * length, length);
		}
		return new CropBatch(rainy, clean, count, stage.size(), stage.size(), channels);
	}

	private Pair pair(final Scene scene, final int size, final Random random) {
		return keep > 0 && random.nextDouble() < keep ? scene.withoutRainyImage().crop(size, channels, ordinary, random)
			: scene.crop(size, channels, synthesizer, random);
	}

	@Override
	public void close() {
		executor.shutdownNow();
	}
}
