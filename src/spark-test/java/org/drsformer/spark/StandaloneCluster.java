package org.drsformer.spark;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;

/** A master of Spark and two workers with a processor and a make-believe GPU each, all as processes of their own. */
final class StandaloneCluster implements AutoCloseable {

	private final Path home;
	private final int port;
	private final JavaProgram master;
	private final List<JavaProgram> workers = new ArrayList<>();

	/**
	 * The first worker to be started is the first to be killed, so that the two have different names of their hosts.
	 */
	private int started;

	StandaloneCluster(final Path home) throws IOException, InterruptedException {
		this.home = home;
		port = Stores.freePort();
		Files.createDirectories(home.resolve("local"));
		master = JavaProgram.start(home, List.of("-Xmx256m"), Master.class, "--host", "127.0.0.1", "--port",
			Integer.toString(port), "--webui-port", "0");
		while (!isListening())
			Thread.sleep(100);
		startWorker("2");
		startWorker("5");
	}

	private boolean isListening() {
		if (!master.isAlive())
			throw new IllegalStateException(master.log());
		try (Socket socket = new Socket("127.0.0.1", port)) {
			return true;
		}
		catch (final IOException notYet) {
			return false;
		}
	}

	String url() {
		return "spark://127.0.0.1:" + port;
	}

	/** @param gpu the number of its GPU, as its discovery script says */
	void startWorker(final String gpu) throws IOException {
		final Path script = home.resolve("gpu-" + gpu + ".sh");
		Files.writeString(script, "#!/bin/sh\necho '{\"name\": \"gpu\", \"addresses\": [\"" + gpu + "\"]}'\n");
		Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
		workers.add(JavaProgram.start(home,
			List.of("-Xmx256m", "-Dspark.local.dir=" + home.resolve("local"), "-Dspark.worker.resource.gpu.amount=1",
				"-Dspark.worker.resource.gpu.discoveryScript=" + script),
			Worker.class, "--host", started++ % 2 == 0 ? "127.0.0.1" : "localhost", "--cores", "1", "--memory", "1g",
			"--webui-port", "0", "--work-dir", home.resolve("work").toString(), url()));
	}

	/** Kills the worker that was started first. */
	void killWorker() throws InterruptedException {
		workers.remove(0).kill();
	}

	/** Returns the options of a driver. */
	List<String> driverOptions() {
		final List<String> options = new ArrayList<>(List.of("-Xmx512m", "-Dspark.master=" + url(),
			"-Dspark.executor.memory=512m", "-Dspark.testing.memory=1000000000", "-Dspark.ui.enabled=false",
			"-Dspark.driver.host=127.0.0.1", "-Dspark.driver.bindAddress=127.0.0.1",
			"-Dspark.local.dir=" + home.resolve("local"), "-Dspark.executor.extraClassPath=" + JavaProgram.classPath(),
			"-Dspark.executor.extraJavaOptions=" + String.join(" ", JavaProgram.QUICK_START)));
		options.addAll(Stores.s3Options());
		return options;
	}

	/** Returns the copies of inputs and results that are on the disks of the executors. */
	List<Path> staged() throws IOException {
		try (Stream<Path> files = Files.walk(home.resolve("local"))) {
			return files.filter(file -> file.toString().contains("/drsformer-")).toList();
		}
	}

	/** Returns what all executors have printed. */
	String log() throws IOException {
		final StringBuilder text = new StringBuilder();
		try (Stream<Path> files = Files.walk(home.resolve("work"))) {
			for (final Path file : files.filter(name -> name.endsWith("stderr")).toList())
				text.append(file).append('\n').append(Files.readString(file));
		}
		return text.toString();
	}

	@Override
	public void close() {
		workers.forEach(JavaProgram::close);
		master.close();
	}
}
