package org.drsformer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.io.LoopDisk;
import org.drsformer.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The power fails during a training; more often with {@code -Dpowercuts=100}. */
@EnabledOnOs(OS.LINUX)
class TrainingPowerCutTest {

	private static final int CUTS = Integer.getInteger("powercuts", 3);

	private static final int MOST_MILLIS = 1500;

	/** Settings of a training that never ends. */
	private static final long STEPS = 100_000;

	@TempDir
	private Path temp;

	private Path output;

	@Test
	@Timeout(value = 10, unit = TimeUnit.MINUTES)
	void everyStateIsTheOldOneOrTheNewOne() throws IOException, InterruptedException {
		final Path clean = TrainingTestData.clean(temp.resolve("clean"), 4, 40, 28);
		final Random random = new Random(11);
		try (LoopDisk disk = LoopDisk.create(temp)) {
			output = disk.folder().resolve("out");
			Training training = Training.plan(TrainingTestData.settings(clean, STEPS), run(), Progress.NONE);
			awaitState(training);
			long steps = 1;
			for (int cut = 0; cut < CUTS; cut++) {
				training = Training.resume(run(), Progress.NONE);
				assertTrue(training.stepsTaken() >= steps, "the training is younger than it was");
				steps = training.stepsTaken();
				final CompletableFuture<Void> running = start(training);
				TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_MILLIS));
				disk.cut();
				running.join();
				disk.start();
				checkFiles();
			}
		}
	}

	/** Settings with a checkpoint after every step. */
	private RunSettings run() {
		return new RunSettings(output, 1e-9, 1, ComputeDevice.CPU);
	}

	private void awaitState(final Training training) {
		assertThrows(CancellationException.class, () -> training.run(fraction -> {
			if (Files.exists(output.resolve("last.pth")))
				throw new CancellationException();
		}));
	}

	private static CompletableFuture<Void> start(final Training training) {
		return CompletableFuture.runAsync(() -> {
			try {
				training.run(TrainingListener.NONE);
			}
			catch (final DrsformerException cut) {
				assertFalse(cut.getMessage().isBlank());
			}
		});
	}

	private void checkFiles() throws IOException {
		TrainingState.read(output.resolve("state.pth"));
		for (final String name : new String[] { "best.pth", "last.pth" })
			if (Files.exists(output.resolve(name)))
				assertEquals(TrainingTestData.SMALL, Model.of(output.resolve(name)).configuration());
		try (var samples = Files.newDirectoryStream(output.resolve("samples"), "*.png")) {
			for (final Path sample : samples)
				assertEquals(3 * 40, ImageFiles.read(sample).getWidth());
		}
	}
}
