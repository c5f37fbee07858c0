package org.drsformer;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that opens windows, in a JVM of its own. What dialogs remember is of this run alone. A program that does
 * not end fails with its output and with what its threads wait for.
 */
public final class WindowedProgram {

	private static final int SECONDS = 180;

	private final Path folder;
	private final List<String> command;

	/**
	 * @param folder of the log and of what dialogs remember
	 * @param options of Java; the class path is among them
	 */
	public WindowedProgram(final Path folder, final Class<?> program, final List<String> options,
		final String... arguments)
	{
		this.folder = folder;
		command = new ArrayList<>(List.of(tool("java"), "-Dai.djl.offline=true", "-Djava.util.prefs.userRoot=" + folder,
			"-Dorg.slf4j.simpleLogger.defaultLogLevel=error"));
		command.addAll(options);
		command.add(program.getName());
		command.addAll(Arrays.asList(arguments));
	}

	/** Skips the test where no window can open. */
	public static void needsADisplay() {
		final String display = System.getenv("DISPLAY");
		assumeTrue(display != null && !display.isEmpty(), "There is no display for a window; run this under xvfb-run.");
	}

	/** Returns the lines that it prints on both streams. */
	public List<String> run() throws IOException, InterruptedException {
		final Path log = folder.resolve("log.txt");
		// else Java prints that it makes this folder
		Files.createDirectories(folder.resolve(".java/.userPrefs"));
		final Process process = start(command, log);
		try {
			if (!process.waitFor(SECONDS, TimeUnit.SECONDS))
				fail(command + " does not end.\n" + Files.readString(log) + "\n" + threads(process));
			return Files.readAllLines(log);
		}
		finally {
			process.destroyForcibly().waitFor();
		}
	}

	private String threads(final Process process) throws IOException, InterruptedException {
		final Path log = folder.resolve("threads.txt");
		start(List.of(tool("jcmd"), String.valueOf(process.pid()), "Thread.print"), log).waitFor(20, TimeUnit.SECONDS);
		return Files.readString(log);
	}

	private static Process start(final List<String> command, final Path log) throws IOException {
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
	}

	private static String tool(final String name) {
		return Path.of(System.getProperty("java.home"), "bin", name).toString();
	}
}
