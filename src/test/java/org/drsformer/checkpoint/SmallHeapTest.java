package org.drsformer.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.drsformer.DrsformerException;
import org.drsformer.SafetensorsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads checkpoints in a process with too little memory for them. */
class SmallHeapTest {

	private static final int NUMBERS = 6 << 20;

	@TempDir
	Path folder;

	@Test
	void aCheckpointThatDoesNotFitIsASentence() throws Exception {
		final Checkpoint large = Checkpoint.of(Map.of("w", new Tensor(new int[] { NUMBERS }, new float[NUMBERS])));
		large.write(folder.resolve("large.pth"));
		SafetensorsFile.write(folder.resolve("large.safetensors"), large);
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx16m", "-cp", System.getProperty("java.class.path"), SmallHeapTest.class.getName(),
			folder.resolve("large.pth").toString(), folder.resolve("large.safetensors").toString())
			.redirectErrorStream(true)
			.start();
		final List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
			.toList();
		assertEquals(6, lines.size(), lines.toString());
		for (final String line : lines)
			assertTrue(
				line.contains("Java does not have enough memory for the checkpoint " + folder.resolve("large")) && line
					.endsWith("(at most 16 MiB); give it more (-Xmx, in Fiji Edit > Options > Memory & Threads)."),
				line);
	}

	/** The other process: prints the message of each way of reading each file. */
	public static void main(final String[] files) {
		for (final String file : files) {
			say(() -> Checkpoint.read(Path.of(file)));
			say(() -> TorchReader.read(Path.of(file)));
			say(() -> {
				try (var stream = Files.newInputStream(Path.of(file))) {
					Checkpoint.read(stream, file);
				}
				catch (final IOException failure) {
					throw new IllegalStateException(failure);
				}
			});
		}
	}

	private static void say(final Runnable work) {
		try {
			work.run();
			System.out.println("It fits.");
		}
		catch (final DrsformerException refused) {
			System.out.println(refused.getMessage());
		}
	}
}
