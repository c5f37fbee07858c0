package org.drsformer.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java program that a test starts as a process of its own. It ends with the test. */
final class JavaProgram implements AutoCloseable {

	/** For programs that live for seconds: code that is compiled fast counts more than fast code. */
	static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

	private static final int SECONDS = 900;

	private final Process process;
	private final Path log;

	private JavaProgram(final Process process, final Path log) {
		this.process = process;
		this.log = log;
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	/**
	 * Starts a main class that is on the class path of the tests.
	 *
	 * @param home gets the log; it is what the program takes for the folder of Spark
	 * @param options of the JVM
	 */
	static JavaProgram start(final Path home, final List<String> options, final Class<?> main, final String... args)
		throws IOException
	{
		final List<String> command = new ArrayList<>(ManagementFactory.getRuntimeMXBean()
			.getInputArguments()
			.stream()
			.filter(argument -> !argument.startsWith("-javaagent") && !argument.startsWith("-Xm"))
			.toList());
		command.addAll(options);
		command.addAll(List.of("-cp", classPath(), main.getName()));
		command.addAll(List.of(args));
		return java(home, main.getSimpleName(), command);
	}

	/** Starts a JVM. */
	static JavaProgram java(final Path home, final String name, final List<String> options) throws IOException {
		final List<String> command = new ArrayList<>(
			List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(QUICK_START);
		command.addAll(options);
		Files.createDirectories(home.resolve("jars"));
		final Path log = Files.createTempFile(home, name, ".log");
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment().put("SPARK_HOME", home.toString());
		builder.environment().put("SPARK_SCALA_VERSION", "2.13");
		return new JavaProgram(builder.start(), log);
	}

	static String classPath() {
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
	}

	/** Returns what the program has printed. */
	String log() {
		try {
			return Files.readString(log);
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/** Returns the exit code. */
	int await() throws InterruptedException {
		if (!process.waitFor(SECONDS, TimeUnit.SECONDS))
			throw new IllegalStateException("still running:\n" + log());
		return process.exitValue();
	}

	boolean isAlive() {
		return process.isAlive();
	}

	/** Kills the program at once, but not those that it has started. */
	void kill() throws InterruptedException {
		process.destroyForcibly().waitFor();
	}

	@Override
	public void close() {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
	}
}
