package org.drsformer.cli.derain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.drsformer.cli.CommandLineRun;
import org.drsformer.cli.Main;
import org.drsformer.cli.Program;
import org.drsformer.cli.Soak;
import org.drsformer.cli.TestImages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs in separate programs: killed, interrupted, side by side, and on a full disk. */
@DisabledOnOs(OS.WINDOWS)
class BatchTest {

	private static final int IMAGES = 8;

	@TempDir
	private Path folder;
	private Path rainy;
	private Path clean;

	@BeforeEach
	void images() throws IOException {
		rainy = Files.createDirectory(folder.resolve("rainy"));
		clean = folder.resolve("clean");
		for (int i = 0; i < IMAGES; i++)
			TestImages.gray(rainy.resolve("r" + i + ".png"), 32, 24, i);
	}

	private static List<Path> files(final Path folder, final String ending) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(ending)).toList();
		}
	}

	/** The script has the full form: 30 runs over 60 images. */
	@Test
	void killedAgainAndAgain() throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>(
			List.of(Paths.get("src/test/scripts/chaos.sh").toAbsolutePath().toString(), "1", rainy.toString(),
				folder.resolve("work").toString()));
		command.addAll(Program.command(Main.class.getName(), "derain", "--model", Program.MODEL, "--threads", "1"));
		try (Program chaos = Program.start(folder.resolve("log"), command)) {
			assertEquals(0, chaos.code(), chaos::log);
			assertTrue(chaos.log().contains("1 runs, ") && chaos.log().contains(IMAGES + " results: all the same"),
				chaos.log());
		}
	}

	/** Presses Ctrl-C in the middle of a long image; then starts another run, and one beside it. */
	@Test
	void interruptedAndBesideEachOther() throws IOException, InterruptedException {
		TestImages.gray(rainy.resolve("r1.png"), 1600, 1600, 3);
		try (Program first = Program.derain(folder.resolve("first"), rainy, "-o", clean)) {
			waitFor(first, clean.resolve("r0.png"));
			try (Program second = Program.derain(folder.resolve("second"), rainy, "-o", clean)) {
				assertEquals(1, second.code(), second::log);
				assertTrue(second.log().contains("Another run is deraining into"), second::log);
			}
			assertTrue(first.isRunning(), first::log);
			new ProcessBuilder("kill", "-INT", Long.toString(first.pid())).start().waitFor();
			assertEquals(130, first.code(), first::log);
			assertTrue(first.log().contains("Interrupted; the results so far stay."), first::log);
		}
		assertTrue(files(clean, ".part").isEmpty());
		assertFalse(Files.exists(clean.resolve("r1.png")));
		TestImages.gray(rainy.resolve("r1.png"), 32, 24, 3);
		try (Program again = Program.derain(folder.resolve("again"), rainy, "-o", clean)) {
			assertEquals(0, again.code(), again::log);
			assertTrue(again.log().contains(IMAGES - 1 + " images derained") && again.log().contains("1 skipped"),
				again::log);
		}
	}

	private static void waitFor(final Program program, final Path file) throws InterruptedException {
		while (!Files.exists(file)) {
			assertTrue(program.isRunning(), program::log);
			Thread.sleep(20);
		}
	}

	/** A disk with room for a few results only. */
	@Test
	void fullDisk() throws IOException, InterruptedException {
		Files.createDirectory(clean);
		assumeTrue(mount("size=64k"), "Only the superuser can make a small disk to test with");
		try {
			Files.write(clean.resolve("other"), new byte[44 << 10]);
			final CommandLineRun full = CommandLineRun.of("derain", "--model", Program.MODEL, "--threads", 1, rainy,
				"-o", clean);
			assertEquals(1, full.code(), full::err);
			assertTrue(
				full.err().contains("No space left on device") && full.err().contains("to process the missing files"),
				full::err);
			assertTrue(files(clean, ".part").isEmpty());
			final int whole = files(clean, ".png").size();
			assertTrue(whole > 0 && whole < IMAGES, "some are done: " + whole);
			assertTrue(mount("remount,size=10m"));
			final CommandLineRun again = CommandLineRun.of("derain", "--model", Program.MODEL, "--threads", 1, rainy,
				"-o", clean);
			assertEquals(0, again.code(), again::err);
			assertTrue(again.err().contains(" skipped"), again::err);
			assertEquals(IMAGES, files(clean, ".png").size());
		}
		finally {
			new ProcessBuilder("umount", clean.toString()).start().waitFor();
		}
	}

	private boolean mount(final String options) throws IOException, InterruptedException {
		return new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "tmpfs", clean.toString()).start()
			.waitFor() == 0;
	}

	/** {@link Soak} has the full form of 3,000 images. */
	@Test
	@EnabledOnOs(OS.LINUX)
	void memoryAndOpenFilesDoNotGrow() throws IOException, InterruptedException {
		final List<String> command = Program.command("-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch", Soak.class.getName(),
			folder.resolve("soak").toString(), "90", "45");
		try (Program soak = Program.start(folder.resolve("log"), command)) {
			assertEquals(0, soak.code(), soak::log);
		}
	}

	/** Uses a locale with English letters only, as on clusters and in cron. */
	@Test
	void systemsThatKnowNoLetters() throws IOException, InterruptedException {
		TestImages.gray(rainy.resolve("Gr\u00fc\u00dfe.png"), 32, 24, 1);
		final List<String> command = new ArrayList<>(List.of("env", "LC_ALL=C"));
		command.addAll(Program.command(Main.class.getName(), "derain", "--model", Program.MODEL, rainy.toString(), "-o",
			clean.toString()));
		try (Program program = Program.start(folder.resolve("log"), command)) {
			assertEquals(1, program.code(), program::log);
			assertTrue(program.log().contains(IMAGES + " images derained"), program::log);
			assertTrue(program.log().contains("1 failed:") && program.log().contains("set LC_ALL=C.UTF-8"),
				program::log);
		}
	}
}
