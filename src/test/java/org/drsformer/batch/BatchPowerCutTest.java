package org.drsformer.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.drsformer.DrsformerException;
import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.TestModels;
import org.drsformer.image.ValueRange;
import org.drsformer.io.LoopDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

/** Runs during which the power is cut; {@code -Dpowercuts=100} cuts it more often. */
@EnabledOnOs(OS.LINUX)
class BatchPowerCutTest {

	private static final int CUTS = Integer.getInteger("powercuts", 3);

	private static final int IMAGES = 8;

	@TempDir
	private Path temp;

	private final Random random = new Random(7);

	/** The expected result of each image with each of the settings. */
	private final Map<String, Map<String, byte[]>> right = new HashMap<>();

	private Path in;
	private BatchSettings files;

	private static DerainSettings settings(final boolean bright) {
		return TestModels.settings(TestModels.COLOR).withRange(new ValueRange(0, bright ? 100 : 255));
	}

	private void learn(final Derainer derainer) throws IOException {
		final Path out = temp.resolve(derainer.settings().sha256());
		DerainFiles.plan(BatchSettings.of(List.of(in), out)).run(derainer, FileImages.SILENT);
		final Map<String, byte[]> results = new HashMap<>();
		for (final String name : FileImages.names(in))
			results.put(name, Files.readAllBytes(out.resolve(name)));
		right.put(derainer.settings().sha256(), results);
	}

	@Test
	@Timeout(value = 10, unit = TimeUnit.MINUTES)
	void everyResultIsTheOldOneOrTheNewOne() throws IOException, InterruptedException {
		in = Files.createDirectory(temp.resolve("in"));
		for (int i = 0; i < IMAGES; i++)
			FileImages.color(in.resolve("r" + i + ".png"), i, 64, 48);
		try (LoopDisk disk = LoopDisk.create(temp);
			Derainer dark = new Derainer(settings(false));
			Derainer bright = new Derainer(settings(true))) {
			files = BatchSettings.of(List.of(in), disk.folder().resolve("out"));
			learn(dark);
			learn(bright);
			cutAgainAndAgain(disk, dark, bright);
		}
	}

	private void cutAgainAndAgain(final LoopDisk disk, final Derainer dark, final Derainer bright)
		throws IOException, InterruptedException
	{
		final long start = System.nanoTime();
		run(dark);
		final int whole = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
		for (int cut = 0; cut < CUTS; cut++) {
			final Derainer derainer = cut % 2 == 0 ? bright : dark;
			final CompletableFuture<Void> batch = CompletableFuture.runAsync(() -> runUntilTheCut(derainer));
			TimeUnit.MILLISECONDS.sleep(random.nextInt(whole));
			disk.cut();
			batch.join();
			disk.start();
			checkResults(cut);
			checkManifest(cut, derainer.settings().sha256());
			checkThatItGoesOn(derainer);
		}
	}

	private BatchSummary run(final Derainer derainer) {
		return DerainFiles.plan(files).run(derainer, FileImages.SILENT);
	}

	private void runUntilTheCut(final Derainer derainer) {
		try {
			run(derainer);
		}
		catch (final DrsformerException cut) {
			assertFalse(cut.getMessage().isBlank());
		}
	}

	private void checkResults(final int cut) throws IOException {
		for (int i = 0; i < IMAGES; i++) {
			final String name = "r" + i + ".png";
			final byte[] result = Files.readAllBytes(files.output().resolve(name));
			assertTrue(right.values().stream().anyMatch(results -> Arrays.equals(results.get(name), result)),
				() -> name + " is neither the old nor the new result after cut " + cut + " (" + result.length +
					" bytes)");
		}
	}

	/**
	 * Checks the last entry of each result, which may be newer than the result but not older. Only the last line may be
	 * incomplete.
	 *
	 * @param now the settings of the run whose power was cut
	 */
	private void checkManifest(final int cut, final String now) throws IOException {
		for (final JsonObject entry : latest(cut).values()) {
			if (!entry.get("status").getAsString().equals("done"))
				continue;
			final String name = entry.get("output").getAsString();
			final byte[] result = Files.readAllBytes(files.output().resolve(name));
			final byte[] recorded = right.get(entry.get("settings").getAsString()).get(name);
			assertTrue(Arrays.equals(recorded, result) || Arrays.equals(right.get(now).get(name), result),
				() -> name + " is older than its line after cut " + cut);
		}
	}

	private Map<String, JsonObject> latest(final int cut) throws IOException {
		final String text = Files.readString(files.output().resolve("drsformer-manifest.jsonl"));
		final List<String> lines = text.lines().toList();
		final Map<String, JsonObject> latest = new HashMap<>();
		for (int i = 0; i < lines.size(); i++)
			try {
				final JsonObject entry = new Gson().fromJson(lines.get(i), JsonObject.class);
				latest.put(entry.get("output").getAsString(), entry);
			}
			catch (final JsonParseException half) {
				final String line = lines.get(i);
				assertTrue(i == lines.size() - 1 && !text.endsWith("\n"), () -> "line after cut " + cut + ": " + line);
			}
		return latest;
	}

	private void checkThatItGoesOn(final Derainer derainer) throws IOException {
		assertTrue(run(derainer).isComplete());
		final Map<String, byte[]> expected = right.get(derainer.settings().sha256());
		for (final String name : expected.keySet())
			assertArrayEquals(expected.get(name), Files.readAllBytes(files.output().resolve(name)), name);
		assertEquals(List.of(), FileImages.parts(files.output()));
	}
}
