package org.drsformer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.spark.deploy.SparkSubmit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts the job by its script, as users do, with the jars that this build packed, on a Spark whose class path begins
 * with the old Gson of Hive.
 */
@EnabledOnOs(OS.LINUX)
class LauncherIT {

	private static final String OLD_GSON = Path.of("target/spark/gson-2.2.4.jar").toAbsolutePath().toString();

	/** Of those that our jar needs, Spark has these, too. */
	private static final Set<String> ALSO_SPARKS = Set.of("commons-", "slf4j-api");

	@TempDir
	private Path temp;
	private Launcher launcher;

	@BeforeEach
	void spark() throws IOException {
		launcher = new Launcher(Path.of("src/spark/drsformer-spark").toAbsolutePath(), temp.resolve("spark"));
		launcher.sparkSubmit("exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -verbose:class" +
			" --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/java.nio=ALL-UNNAMED" +
			" --add-opens=java.base/java.lang.invoke=ALL-UNNAMED --add-opens=java.base/java.util=ALL-UNNAMED" +
			" -cp '" + OLD_GSON + File.pathSeparator + sparkJars() + "' " + SparkSubmit.class.getName() +
			" --master 'local[1]' --conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1 \"$@\"");
	}

	/** Returns the class path of Spark alone. */
	private static String sparkJars() throws IOException {
		final Set<String> ours;
		try (Stream<Path> jars = Files.list(Path.of("target/app"))) {
			ours = jars.map(jar -> jar.getFileName().toString())
				.filter(name -> ALSO_SPARKS.stream().noneMatch(name::startsWith))
				.collect(Collectors.toSet());
		}
		assertTrue(ours.stream().anyMatch(name -> name.startsWith("gson-")), ours::toString);
		final List<String> jars = Arrays.stream(JavaProgram.classPath().split(File.pathSeparator))
			.filter(jar -> jar.endsWith(".jar") && !jar.contains("/twelvemonkeys/") && !jar.contains("/commonmark/"))
			.filter(jar -> !ours.contains(Path.of(jar).getFileName().toString()))
			.toList();
		assertTrue(jars.stream().noneMatch(jar -> jar.contains("drsformer") || jar.contains("gson")), jars::toString);
		return String.join(File.pathSeparator, jars);
	}

	@Test
	void derainsAndEvaluates() throws IOException, InterruptedException {
		for (int i = 0; i < 2; i++)
			SparkImages.color(temp.resolve("in/" + i + ".png"), i);
		SparkRun.derainLocally(temp.resolve("in"), temp.resolve("local"));
		final String[] derain = { "derain", temp.resolve("in").toString(), temp.resolve("out").toString(), "--model",
			Path.of(SparkRun.MODEL).toAbsolutePath().toString() };
		assertTrue(run(derain).contains("2 images derained into "));
		assertEquals(SparkImages.contents(temp.resolve("local")), SparkImages.contents(temp.resolve("out")));
		// what the manifest says is read again
		assertTrue(run(derain).contains("2 skipped"));
		final Path json = temp.resolve("scores.json");
		final String text = run("evaluate", "--results", temp.resolve("out").toString(), "--targets",
			temp.resolve("in").toString(), "--json", json.toString());
		assertTrue(text.contains("org.drsformer.shaded.gson.Gson source: "), text);
		assertTrue(Files.readString(json).contains("\"psnr\""));
	}

	private String run(final String... args) throws IOException, InterruptedException {
		final Launcher.Outcome outcome = launcher.start(args);
		assertEquals(0, outcome.code(), outcome::text);
		// libraries that ask for Gson get the old one
		outcome.text()
			.lines()
			.filter(line -> line.contains(" com.google.gson.") && line.contains(" source: "))
			.forEach(line -> assertTrue(line.contains(OLD_GSON), line));
		assertFalse(outcome.text().contains("gson-2.1"), outcome::text);
		return outcome.text();
	}
}
