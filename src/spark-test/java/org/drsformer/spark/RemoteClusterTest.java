package org.drsformer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Derains images, 60 of them where programs are killed, from and to a real HDFS and a server with the protocol of S3,
 * on a standalone master with two workers, and lets programs die meanwhile.
 */
@EnabledOnOs(OS.LINUX)
class RemoteClusterTest {

	private static final int IMAGES = 60;

	private static final int SOME = 4;

	/** Enough to keep one executor busy until it knows its work, and over long before the large image. */
	private static final int FEW = 12;

	/** After this time, a driver takes over the folder of a lost one. */
	private static final int LEASE_SECONDS = 6;

	@TempDir
	private static Path home;

	private static Path images;
	private static Map<String, String> expected;
	private static StandaloneCluster cluster;

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		images = Files.createDirectories(home.resolve("in"));
		for (int i = 0; i < IMAGES; i++)
			SparkImages.color(images.resolve(i + ".png"), i, 64, 48);
		SparkRun.derainLocally(images, home.resolve("expected"));
		expected = SparkImages.contents(home.resolve("expected"));
		assertEquals(IMAGES, expected.size());
		cluster = new StandaloneCluster(Files.createDirectories(home.resolve("cluster")));
	}

	@AfterAll
	static void end() {
		if (cluster != null)
			cluster.close();
	}

	static Stream<String> stores() {
		return Stream.of(Stores.hdfs(), Stores.s3());
	}

	/** The input and output of a test. */
	private record Places(RemoteTree in, RemoteTree out) {

		static Places in(final String store) throws IOException {
			return in(store, images);
		}

		static Places in(final String store, final Path inputs) throws IOException {
			final String folder = store + "/" + UUID.randomUUID();
			return new Places(new RemoteTree(folder + "/in").fill(inputs), new RemoteTree(folder + "/out"));
		}

		JavaProgram derain(final List<String> options, final String... more) throws IOException {
			final List<String> all = new ArrayList<>(cluster.driverOptions());
			all.add("-Dspark.drsformer.leaseSeconds=" + LEASE_SECONDS);
			all.addAll(options);
			final List<String> args = new ArrayList<>(List.of("derain", in.address(), out.address(), "--device", "cpu",
				"--model", Path.of(SparkRun.MODEL).toAbsolutePath().toString()));
			args.addAll(List.of(more));
			return JavaProgram.start(home.resolve("cluster"), all, SparkMain.class, args.toArray(String[]::new));
		}

		/** Waits until some results are there, but not all. */
		void awaitSome(final JavaProgram driver) throws IOException, InterruptedException {
			while (driver.isAlive() && out.names().stream().filter(name -> name.endsWith(".png")).count() < SOME)
				Thread.sleep(200);
			assertTrue(driver.isAlive(), driver::log);
		}

		void assertComplete(final JavaProgram driver) throws IOException {
			assertEquals(expected, out.contents(), driver::log);
			assertEquals(List.of(), out.leftovers(), driver::log);
			assertEquals(List.of(), cluster.staged(), driver::log);
		}
	}

	@ParameterizedTest
	@MethodSource("stores")
	void aWorkerIsKilled(final String store) throws IOException, InterruptedException {
		final Places places = Places.in(store);
		try (JavaProgram driver = places.derain(List.of())) {
			places.awaitSome(driver);
			cluster.killWorker();
			assertEquals(0, driver.await(), driver::log);
			places.assertComplete(driver);
		}
		finally {
			cluster.startWorker("2");
		}
	}

	/** While the second driver goes on with the work, a third one says that it is there. */
	@ParameterizedTest
	@MethodSource("stores")
	void theDriverIsKilled(final String store) throws IOException, InterruptedException {
		final Places places = Places.in(store);
		try (JavaProgram lost = places.derain(List.of())) {
			places.awaitSome(lost);
			lost.kill();
		}
		final Set<String> before = leases(places.out());
		assertEquals(1, before.size());
		try (JavaProgram driver = places.derain(List.of())) {
			while (driver.isAlive() && leases(places.out()).equals(before))
				Thread.sleep(200);
			final SparkRun third = SparkRun.of("local[1]", "derain", places.in().address(), places.out().address(),
				"--device", "cpu", "--model", SparkRun.MODEL);
			assertEquals(1, third.code(), third::err);
			assertTrue(third.err().startsWith("Another run is deraining into " + places.out().address()), third::err);
			assertEquals(0, driver.await(), driver::log);
			places.assertComplete(driver);
		}
	}

	private static Set<String> leases(final RemoteTree out) throws IOException {
		final Set<String> found = new TreeSet<>(out.names());
		found.removeIf(name -> !name.contains("/lease-"));
		return found;
	}

	/** The large image is derained twice at the same time; the damaged file fails alone. */
	@ParameterizedTest
	@MethodSource("stores")
	void twiceAtTheSameTime(final String store) throws IOException, InterruptedException {
		final Path few = Files.createTempDirectory(home, "few");
		for (int i = 0; i < FEW; i++)
			Files.copy(images.resolve(i + ".png"), few.resolve(i + ".png"));
		SparkImages.color(few.resolve("large.png"), 1, 1500, 1000);
		Files.writeString(few.resolve("damaged.png"), "no image");
		final Places places = Places.in(store, few);
		final Path report = few.resolve("run.csv");
		try (JavaProgram driver = places.derain(List.of("-Dspark.speculation=true", "-Dspark.speculation.quantile=0.1",
			"-Dspark.speculation.multiplier=1.1", "-Dspark.speculation.interval=100ms",
			"-Dspark.extraListeners=" + SpeculationWatch.class.getName()), "--report", report.toString())) {
			assertEquals(1, driver.await(), driver::log);
			assertTrue(driver.log().contains(SpeculationWatch.SENTENCE), driver::log);
			assertTrue(driver.log().contains("1 failed:"), driver::log);
			assertTrue(driver.log().contains(places.in().address() + "/damaged.png is not an image"), driver::log);
			final Map<String, String> found = places.out().contents();
			assertTrue(found.remove("large.png") != null, driver::log);
			assertEquals(FEW, found.size(), driver::log);
			found.forEach((name, sum) -> assertEquals(expected.get(name), sum, name));
			assertEquals(List.of(), places.out().leftovers(), driver::log);
			final List<String> rows = Files.readAllLines(report);
			assertEquals(FEW + 3, rows.size());
			assertEquals(rows.size(), rows.stream().map(row -> row.substring(0, row.indexOf(','))).distinct().count());
		}
	}

	/**
	 * Each task takes the GPU that Spark has given it, if there is one and the user has not asked for the processor.
	 */
	@Test
	void gpus() {
		final SparkConf conf = new SparkConf().setAppName("gpus");
		for (final String option : cluster.driverOptions())
			if (option.startsWith("-D"))
				conf.set(option.substring(2, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
		conf.set("spark.executor.resource.gpu.amount", "1").set("spark.task.resource.gpu.amount", "1");
		try (JavaSparkContext context = new JavaSparkContext(conf)) {
			final List<String> devices = context.parallelize(List.of("auto", "gpu", "cpu", "auto"), 4)
				.map(asked -> TaskDevice.of(TaskContext.get(), asked).toString())
				.collect();
			assertTrue(Set.of("gpu:2", "gpu:5").containsAll(List.of(devices.get(0), devices.get(1), devices.get(3))),
				devices::toString);
			assertEquals("cpu", devices.get(2));
		}
	}
}
