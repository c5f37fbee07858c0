package org.drsformer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;

import org.apache.spark.deploy.SparkSubmit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts the job by its script, as users do. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {

	private record Outcome(int code, String text) {}

	@TempDir
	private Path temp;
	private Path app;

	@BeforeEach
	void app() throws IOException {
		app = Files.createDirectories(temp.resolve("a folder"));
		Files.copy(Path.of("src/spark/drsformer-spark"), app.resolve("drsformer-spark"));
		for (final String name : List.of("drsformer-fiji-1.jar", "djl.jar", "gson-2.jar", "slf4j-api-2.jar", "ij.jar"))
			new JarOutputStream(Files.newOutputStream(app.resolve(name))).close();
	}

	private void sparkSubmit(final String... lines) throws IOException {
		final Path script = Files.createDirectories(temp.resolve("spark/bin")).resolve("spark-submit");
		Files.writeString(script, "#!/usr/bin/env bash\n" + String.join("\n", lines) + "\n");
		Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
	}

	private Outcome start(final String... args) throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>(List.of("bash", app.resolve("drsformer-spark").toString()));
		command.addAll(List.of(args));
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("SPARK_HOME", temp.resolve("spark").toString());
		final Process process = builder.start();
		final String text = new String(process.getInputStream().readAllBytes());
		return new Outcome(process.waitFor(), text);
	}

	@Test
	void givesAllJars() throws IOException, InterruptedException {
		sparkSubmit("printf '%s\\n' \"$@\"");
		final Outcome outcome = start("--master", "yarn", "derain", "in put", "out");
		assertEquals(List.of("--class", SparkMain.class.getName(), "--jars", app + "/djl.jar," + app + "/ij.jar",
			"--master", "yarn", app + "/drsformer-fiji-1.jar", "derain", "in put", "out"),
			outcome.text().lines().toList());
		assertEquals(2, start("--master", "yarn").code());
		Files.delete(app.resolve("drsformer-fiji-1.jar"));
		final Outcome without = start("derain", "in", "out");
		assertEquals(2, without.code());
		assertTrue(without.text().startsWith("The jars of DRSformer are not in "), without::text);
	}

	@Test
	void derains() throws IOException, InterruptedException {
		sparkSubmit(
			"exec java --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/java.nio=ALL-UNNAMED" +
				" --add-opens=java.base/java.lang.invoke=ALL-UNNAMED --add-opens=java.base/java.util=ALL-UNNAMED" +
				" -cp '" + JavaProgram.classPath() + "' " + SparkSubmit.class.getName() + " \"$@\"");
		final Path in = SparkImages.color(temp.resolve("in/a.png"), 1).getParent();
		final Outcome outcome = start("--master", "local[1]", "--conf", "spark.ui.enabled=false", "--conf",
			"spark.driver.host=127.0.0.1", "derain", in.toString(), temp.resolve("out").toString(), "--model",
			Path.of(SparkRun.MODEL).toAbsolutePath().toString());
		assertEquals(0, outcome.code(), outcome::text);
		assertTrue(Files.exists(temp.resolve("out/a.png")), outcome::text);
	}
}
