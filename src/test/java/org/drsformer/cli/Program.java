package org.drsformer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assertions;

/** The command line as a separate program, which can be killed. */
public final class Program implements AutoCloseable {

	/** A small network, so that the start takes longer than the work. */
	public static final String MODEL = Path.of("src/test/resources/fixtures/d8_plain/deraining.pth")
		.toAbsolutePath()
		.toString();

	private static final int SECONDS = 90;

	private final Process process;
	private final Path log;

	private Program(final Process process, final Path log) {
		this.process = process;
		this.log = log;
	}

	/** Returns the start of the command line, up to the name of the class. */
	public static List<String> command(final String... options) {
		final List<String> command = new ArrayList<>(
			List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-XX:TieredStopAtLevel=1", "-Dai.djl.offline=true", "-cp", System.getProperty("java.class.path")));
		command.addAll(List.of(options));
		return command;
	}

	public static Program start(final Path log, final List<String> command) throws IOException {
		return new Program(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(),
			log);
	}

	/** Derains with one thread. */
	public static Program derain(final Path log, final Object... args) throws IOException {
		final List<String> command = command(Main.class.getName(), "derain", "--model", MODEL, "--threads", "1");
		for (final Object arg : args)
			command.add(arg.toString());
		return start(log, command);
	}

	public long pid() {
		return process.pid();
	}

	public boolean isRunning() {
		return process.isAlive();
	}

	/** Waits for the end of the program. */
	public int code() throws InterruptedException {
		Assertions.assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), this::log);
		return process.exitValue();
	}

	/** Returns all that it has printed. */
	public String log() {
		try {
			return Files.readString(log);
		}
		catch (final IOException failure) {
			return failure.toString();
		}
	}

	@Override
	public void close() {
		process.destroyForcibly();
	}
}
