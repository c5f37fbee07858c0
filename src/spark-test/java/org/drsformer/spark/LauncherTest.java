package org.drsformer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Looks at what the script gives to {@code spark-submit}. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {

	@TempDir
	private Path temp;

	@Test
	void givesAllJars() throws IOException, InterruptedException {
		final Path app = Files.createDirectories(temp.resolve("a folder"));
		final Launcher launcher = new Launcher(app.resolve("drsformer-spark"), temp.resolve("spark"));
		Files.copy(Path.of("src/spark/drsformer-spark"), launcher.script());
		for (final String name : List.of("drsformer-fiji-1.jar", "djl.jar", "gson-2.jar", "slf4j-api-2.jar", "ij.jar"))
			new JarOutputStream(Files.newOutputStream(app.resolve(name))).close();
		launcher.sparkSubmit("printf '%s\\n' \"$@\"");
		final Launcher.Outcome outcome = launcher.start("--master", "yarn", "derain", "in put", "out");
		assertEquals(List.of("--class", SparkMain.class.getName(), "--conf", "spark.log.level=WARN", "--jars",
			app + "/djl.jar," + app + "/ij.jar", "--master", "yarn", app + "/drsformer-fiji-1.jar", "derain", "in put",
			"out"), outcome.text().lines().toList());
		assertEquals(2, launcher.start("--master", "yarn").code());
		Files.delete(app.resolve("drsformer-fiji-1.jar"));
		final Launcher.Outcome without = launcher.start("derain", "in", "out");
		assertEquals(2, without.code());
		assertTrue(without.text().startsWith("The jars of DRSformer are not in "), without::text);
	}
}
