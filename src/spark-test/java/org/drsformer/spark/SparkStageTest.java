package org.drsformer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the inputs that Spark copies to its executors are removed. */
class SparkStageTest {

	private static final int SECONDS = 300;

	@TempDir
	private Path temp;

	/** A driver with executors in separate processes, which find their classes in these folders. */
	private Process start(final Path in, final Path out) throws IOException {
		final List<String> command = new ArrayList<>(
			List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(ManagementFactory.getRuntimeMXBean()
			.getInputArguments()
			.stream()
			.filter(argument -> !argument.startsWith("-javaagent") && !argument.startsWith("-Xmx"))
			.toList());
		command.addAll(List.of("-Xmx512m", "-Dspark.master=local-cluster[2,1,512]", "-Dspark.executor.memory=512m",
			"-Dspark.testing.memory=1000000000", "-Dspark.ui.enabled=false", "-Dspark.driver.host=localhost",
			"-Dspark.driver.bindAddress=127.0.0.1", "-Dspark.local.dir=" + temp.resolve("local"),
			"-Dspark.executor.extraClassPath=" + classPath(), "-cp", classPath(), SparkMain.class.getName(), "derain",
			in.toString(), out.toString(), "--device", "cpu", "--model",
			Path.of(SparkRun.MODEL).toAbsolutePath().toString()));
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(temp.resolve("log").toFile());
		builder.environment().put("SPARK_HOME", temp.toString());
		builder.environment().put("SPARK_SCALA_VERSION", "2.13");
		return builder.start();
	}

	private static String classPath() {
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
	}

	/** Returns the copies of inputs below Spark's temporary folder. */
	private List<Path> staged() throws IOException {
		try (Stream<Path> files = Files.walk(temp.resolve("local"))) {
			return files.filter(file -> file.toString().contains("/drsformer-")).toList();
		}
		catch (final UncheckedIOException changing) {
			// another process is deleting the folder
			return List.of();
		}
	}

	/** Returns the first executor that has a copy. */
	private Optional<ProcessHandle> busyExecutor(final Process driver) throws IOException {
		final Optional<String> id = staged().stream()
			.filter(file -> file.toString().endsWith(".png"))
			.map(file -> file.getParent().getParent().getFileName().toString().substring("executor-".length()))
			.findFirst();
		return id.flatMap(number -> driver.descendants().filter(process -> isExecutor(process, number)).findFirst());
	}

	/** Reads the command line from the system, since Java cuts long ones. */
	private static boolean isExecutor(final ProcessHandle process, final String id) {
		try {
			return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
				.contains("--executor-id\0" + id + "\0");
		}
		catch (final IOException gone) {
			return false;
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void nothingIsLeftOfKilledExecutors() throws IOException, InterruptedException {
		final Path in = Files.createDirectories(temp.resolve("in"));
		final Path out = temp.resolve("out");
		Files.createDirectories(temp.resolve("jars"));
		Files.createDirectories(temp.resolve("local"));
		for (int i = 0; i < 6; i++)
			SparkImages.color(in.resolve(i + ".png"), i, 64, 48);
		final Process driver = start(in, out);
		try {
			Optional<ProcessHandle> busy = Optional.empty();
			while (driver.isAlive() && busy.isEmpty()) {
				Thread.sleep(20);
				busy = busyExecutor(driver);
			}
			assertTrue(busy.isPresent(), this::log);
			busy.get().destroyForcibly();
			assertTrue(driver.waitFor(SECONDS, TimeUnit.SECONDS), this::log);
			assertEquals(0, driver.exitValue(), this::log);
			assertEquals(6, SparkImages.contents(out).size(), this::log);
			assertEquals(List.of(), staged());
		}
		finally {
			driver.descendants().forEach(ProcessHandle::destroyForcibly);
			driver.destroyForcibly();
		}
	}

	private String log() {
		try {
			return Files.readString(temp.resolve("log"));
		}
		catch (final IOException failure) {
			return failure.toString();
		}
	}

	/**
	 * An executor that is also the driver removes its copies at the end of the job, not only at the end of the program.
	 */
	@Test
	void nothingIsLeftOfAJob() throws IOException {
		final Path in = Files.createDirectories(temp.resolve("in"));
		for (int i = 0; i < 3; i++)
			SparkImages.color(in.resolve(i + ".png"), i);
		System.setProperty("spark.local.dir", temp.resolve("local").toString());
		try {
			final SparkRun run = SparkRun.of("local[2]", "derain", in, temp.resolve("out"), "--device", "cpu",
				"--model", SparkRun.MODEL);
			assertEquals(0, run.code(), run::err);
		}
		finally {
			System.clearProperty("spark.local.dir");
		}
		assertEquals(List.of(), staged());
	}
}
