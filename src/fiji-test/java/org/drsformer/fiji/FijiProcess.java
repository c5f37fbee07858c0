package org.drsformer.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A program in a JVM of its own, in which ImageJ2 starts as in Fiji: no test has prepared the classes of ImageJ.
 *
 * @param classPath with or without the plugin
 * @param headless whether it may open windows
 */
record FijiProcess(String classPath, boolean headless) {

	private static final int SECONDS = 300;
	private static final int START_SECONDS = 20;
	private static final String LOG = "log.txt";

	static FijiProcess withPlugin(final boolean headless) {
		return new FijiProcess(classPath(entry -> true), headless);
	}

	/** Keeps the libraries of the plugin. */
	static FijiProcess withoutPlugin(final boolean headless) {
		final Path target = Path.of("target").toAbsolutePath();
		return new FijiProcess(classPath(entry -> !Path.of(entry).toAbsolutePath().startsWith(target)), headless);
	}

	private static String classPath(final Predicate<String> filter) {
		final String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Arrays.stream(all.split(File.pathSeparator))
			.filter(filter)
			.collect(Collectors.joining(File.pathSeparator));
	}

	/** Runs a main class and returns the lines that it prints on both streams. */
	List<String> run(final Path folder, final String main, final String... arguments) throws Exception {
		return lines(folder, SECONDS, main, arguments).orElseThrow(() -> new AssertionError(main + " hangs"));
	}

	/** Returns the lines that ImageJ2 prints while it starts with its windows, which then stay. */
	List<String> start(final Path folder) throws Exception {
		assertEquals(Optional.empty(), lines(folder, START_SECONDS, "net.imagej.Main"));
		return Files.readAllLines(folder.resolve(LOG));
	}

	/** Returns nothing if the program does not end in time. */
	private Optional<List<String>> lines(final Path folder, final int seconds, final String main,
		final String... arguments) throws Exception
	{
		final List<String> command = new ArrayList<>(
			List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g",
				"-Djava.awt.headless=" + headless, "-Dai.djl.offline=true", "-Duser.home=" + folder,
				"--add-opens=java.base/java.lang=ALL-UNNAMED", "-cp", classPath, main));
		command.addAll(List.of(arguments));
		final Path log = folder.resolve(LOG);
		// without a line that says that it is made
		Files.createDirectories(folder.resolve(".java/.userPrefs"));
		final Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			return process.waitFor(seconds, TimeUnit.SECONDS) ? Optional.of(Files.readAllLines(log)) : Optional.empty();
		}
		finally {
			process.destroyForcibly().waitFor();
		}
	}
}
