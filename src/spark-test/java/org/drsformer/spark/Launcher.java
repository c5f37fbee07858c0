package org.drsformer.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The script that users start, with a {@code spark-submit} that a test writes.
 *
 * @param script the script
 * @param spark the folder of Spark
 */
record Launcher(Path script, Path spark) {

	/** What a program did. */
	record Outcome(int code, String text) {}

	/** @param lines what {@code spark-submit} does */
	void sparkSubmit(final String... lines) throws IOException {
		final Path submit = Files.createDirectories(spark.resolve("bin")).resolve("spark-submit");
		Files.writeString(submit, "#!/usr/bin/env bash\n" + String.join("\n", lines) + "\n");
		Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwx------"));
	}

	Outcome start(final String... args) throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>(List.of("bash", script.toString()));
		command.addAll(List.of(args));
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("SPARK_HOME", spark.toString());
		final Process process = builder.start();
		final String text = new String(process.getInputStream().readAllBytes());
		return new Outcome(process.waitFor(), text);
	}
}
