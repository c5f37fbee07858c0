package org.drsformer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import org.drsformer.cli.console.ExitCode;
import org.drsformer.cli.console.OrderlyEnd;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks the last messages of programs that the system or the user stops. {@code -Ddrsformer.rounds=50} runs more
 * rounds.
 */
@DisabledOnOs(OS.WINDOWS)
class LastWordsTest {

	private static final int ROUNDS = Integer.getInteger("drsformer.rounds", 1);
	private static final long MOST_NANOS = 100_000_000_000L;
	private static final int TERMINATED = 128 + 15;
	private static final String STOPPED = "Interrupted; the results so far stay.";

	@TempDir
	private Path folder;
	private Path clean;

	/** Waits between its cancellation and its last message, which it prints in a finally block, as commands do. */
	public static final class SlowWords {

		public static void main(final String[] args) {
			System.exit(OrderlyEnd.of(SlowWords::run));
		}

		private static int run() {
			final AtomicBoolean stopped = new AtomicBoolean();
			OrderlyEnd.await(() -> stopped.set(true));
			System.out.println("started");
			while (!stopped.get())
				LockSupport.parkNanos(1_000_000);
			LockSupport.parkNanos(300_000_000);
			System.out.print("last words");
			return 3;
		}
	}

	/** Registers no work to cancel, so nobody waits for it. */
	public static final class NoWords {

		public static void main(final String[] args) {
			System.exit(OrderlyEnd.of(() -> {
				System.out.println("started");
				LockSupport.parkNanos(60_000_000_000L);
				return 0;
			}));
		}
	}

	@BeforeEach
	void images() throws IOException {
		clean = Files.createDirectory(folder.resolve("clean"));
		for (int i = 0; i < 200; i++)
			TestImages.gray(clean.resolve("c" + i + ".png"), 96, 64, i);
	}

	private String stopped(final String signal, final String sign, final List<String> command)
		throws IOException, InterruptedException
	{
		try (Program program = Program.start(folder.resolve("log"), command)) {
			final long start = System.nanoTime();
			while (!program.log().contains(sign)) {
				assertTrue(program.isRunning() && System.nanoTime() - start < MOST_NANOS, program::log);
				Thread.sleep(5);
			}
			new ProcessBuilder("kill", "-" + signal, Long.toString(program.pid())).start().waitFor();
			assertEquals(signal.equals("INT") ? ExitCode.INTERRUPTED : TERMINATED, program.code(), program::log);
			return program.log();
		}
	}

	private static List<String> program(final Object... args) {
		final List<String> command = new ArrayList<>(Program.command(Main.class.getName()));
		for (final Object arg : args)
			command.add(arg.toString());
		return command;
	}

	@ParameterizedTest
	@ValueSource(strings = { "TERM", "INT" })
	void theEndWaitsForThem(final String signal) throws IOException, InterruptedException {
		assertEquals("started\nlast words", stopped(signal, "started", Program.command(SlowWords.class.getName())));
	}

	@Test
	void nothingToStopEndsAtOnce() throws IOException, InterruptedException {
		final long start = System.nanoTime();
		assertEquals("started\n", stopped("TERM", "started", Program.command(NoWords.class.getName())));
		assertTrue(System.nanoTime() - start < 20e9);
	}

	@Test
	void ofSynthesize() throws IOException, InterruptedException {
		for (int round = 0; round < 3 * ROUNDS; round++) {
			final Path pairs = folder.resolve("pairs" + round);
			final String log = stopped("TERM", "1/200", program("synthesize", clean, "-o", pairs));
			assertTrue(log.endsWith(STOPPED + "\n"), log);
			assertFalse(log.contains("200/200"), log);
		}
	}

	@Test
	void ofTrain() throws IOException, InterruptedException {
		final Path few = Files.createDirectory(folder.resolve("few"));
		for (int i = 0; i < 3; i++)
			TestImages.gray(few.resolve("f" + i + ".png"), 48, 32, i);
		for (int round = 0; round < ROUNDS; round++) {
			final Path output = folder.resolve("training" + round);
			final String log = stopped("TERM", "learning from", program("train", "--clean", few, "--threads", "1", "-o",
				output, "--dim", "4", "--patches", "1x16", "--held-out", "1"));
			assertTrue(log.endsWith(STOPPED + "\n"), log);
			assertTrue(Files.exists(output.resolve("state.pth")), log);
		}
	}

	@Test
	void ofDerain() throws IOException, InterruptedException {
		final Path output = folder.resolve("derained");
		final String log = stopped("TERM", "1/200",
			program("derain", "--model", Program.MODEL, "--threads", "1", clean, "-o", output));
		assertTrue(log.endsWith(STOPPED + " Start again to process the missing files.\n"), log);
	}

	/** Prints nothing before its end: stopped at any moment, it prints nothing or its last message. */
	@Test
	void ofEvaluate() throws IOException, InterruptedException {
		// the targets themselves as results are refused at once
		final Path results = Files.createDirectory(folder.resolve("results"));
		for (int i = 0; i < 200; i++)
			TestImages.gray(results.resolve("c" + i + ".png"), 96, 64, i + 1);
		for (int round = 0; round < ROUNDS; round++) {
			final Path csv = folder.resolve("scores.csv");
			try (Program program = Program.start(folder.resolve("log"),
				program("evaluate", "--results", results, "--targets", clean, "--csv", csv))) {
				Thread.sleep(400 + 150 * round);
				new ProcessBuilder("kill", "-TERM", Long.toString(program.pid())).start().waitFor();
				program.code();
				assertTrue(List.of("", STOPPED + "\n").contains(program.log()) || Files.exists(csv), program::log);
			}
		}
	}
}
