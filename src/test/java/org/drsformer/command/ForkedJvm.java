package org.drsformer.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A separate JVM, for settings that cannot change in a running one: native libraries are loaded once, and the home
 * folder is read once.
 */
final class ForkedJvm {

	private static final int SECONDS = 120;

	/**
	 * @param code the exit code
	 * @param output the text on both streams
	 */
	record Run(int code, String output) {}

	private ForkedJvm() {
		// static functions only
	}

	/** The class path of this JVM. */
	static String classPath() {
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
	}

	/** Runs {@code java} with these arguments and with file names in UTF-8. */
	static Run run(final Map<String, String> environment, final List<String> arguments)
		throws IOException, InterruptedException
	{
		final List<String> command = new ArrayList<>(
			List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.awt.headless=true",
				"-Dai.djl.offline=true", "-Xmx1g"));
		command.addAll(arguments);
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("LC_ALL", "C.UTF-8");
		builder.environment().putAll(environment);
		final Process process = builder.start();
		final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (!process.waitFor(SECONDS, TimeUnit.SECONDS))
			process.destroyForcibly();
		return new Run(process.exitValue(), output);
	}
}
