package org.drsformer.fiji;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
		final List<String> command = new ArrayList<>(
			List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g",
				"-Djava.awt.headless=" + headless, "-Dai.djl.offline=true", "-Duser.home=" + folder,
				"--add-opens=java.base/java.lang=ALL-UNNAMED", "-cp", classPath, main));
		command.addAll(List.of(arguments));
		final Path log = folder.resolve("log.txt");
		// without a line that says that it is made
		Files.createDirectories(folder.resolve(".java/.userPrefs"));
		final Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), () -> main + " hangs");
			return Files.readAllLines(log);
		}
		finally {
			process.destroyForcibly().waitFor();
		}
	}
}
