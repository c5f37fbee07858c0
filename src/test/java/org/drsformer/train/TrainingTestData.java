package org.drsformer.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.drsformer.engine.ComputeDevice;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.network.configuration.Configuration.LayerNormType;
import org.drsformer.train.data.DataSettings;
import org.drsformer.train.recipe.OptimizerSettings;
import org.drsformer.train.recipe.Patches;
import org.drsformer.train.recipe.Recipe;
import org.drsformer.train.recipe.Schedule;

import ij.ImagePlus;
import ij.process.ColorProcessor;

/** Makes small images, and settings to train a small network with them. */
public final class TrainingTestData {

	/** A network whose steps take a tenth of a second. */
	public static final Configuration SMALL = new Configuration(3, 3, 4, List.of(1, 1, 1, 1), List.of(1, 2, 4, 8), 2,
		false, LayerNormType.WITH_BIAS, false);

	private TrainingTestData() {
		// static functions only
	}

	/** Writes images of random blocks, {@code 0.png} and so on. */
	static Path clean(final Path folder, final int count, final int width, final int height) {
		for (int i = 0; i < count; i++)
			write(folder.resolve(i + ".png"), width, height, i);
		return folder;
	}

	/** Writes pairs whose inputs differ from their targets. */
	static Path pairs(final Path folder, final int count, final int width, final int height) {
		for (int i = 0; i < count; i++) {
			write(folder.resolve("input").resolve(i + ".png"), width, height, 100 + i);
			write(folder.resolve("target").resolve(i + ".png"), width, height, i);
		}
		return folder;
	}

	static void write(final Path file, final int width, final int height, final long seed) {
		final Random random = new Random(seed);
		final int[] blocks = random.ints(64).toArray();
		final int[] pixels = new int[width * height];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = blocks[i % width / 7 % 8 + 8 * (i / width / 5 % 8)] & 0xffffff;
		try {
			Files.createDirectories(file.getParent());
		}
		catch (final IOException exc) {
			throw new IllegalStateException(exc);
		}
		ImageFiles.write(new ImagePlus("blocks", new ColorProcessor(width, height, pixels)), file);
	}

	static DataSettings cleanFolder(final Path folder) {
		return new DataSettings(List.of(), List.of(folder), "rain200h", null, 1, 0);
	}

	/** Returns settings with crops of 16 pixels and a validation every two steps. */
	static Recipe recipe(final long steps) {
		return new Recipe(Schedule.shortOne(steps, 1, 2e-3), Patches.parse("2x16"), OptimizerSettings.SHORT, 0.9, 7, 2);
	}

	static TrainingSettings settings(final Path clean, final long steps) {
		return new TrainingSettings(SMALL, null, cleanFolder(clean), recipe(steps));
	}

	/** Returns settings for one thread, so that results are the same to the last bit. */
	static RunSettings run(final Path output) {
		return new RunSettings(output, 10, 1, ComputeDevice.CPU);
	}
}
