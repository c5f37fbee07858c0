package org.drsformer.batch.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.batch.DerainFiles;
import org.drsformer.batch.FileImages;
import org.drsformer.batch.settings.Shard;
import org.drsformer.derain.TestModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that use the same output folder, in this program and in others. */
class OpenFoldersTest {

	private static OtherRun other;

	@TempDir
	private Path out;

	@BeforeAll
	static void start() throws IOException {
		other = new OtherRun();
	}

	@AfterAll
	static void end() {
		other.close();
	}

	/** Returns how many of these shards are refused to another program. */
	private int refused(final String... parts) throws IOException {
		other.open(out, 1, parts);
		return other.refused();
	}

	private void plan() throws IOException {
		final Path in = Files.createDirectories(out.resolve("in"));
		if (Files.notExists(in.resolve("a.png")))
			FileImages.color(in.resolve("a.png"), 1);
		DerainFiles.plan(List.of(in), out).decide(TestModels.settings(TestModels.COLOR));
	}

	/** Systems release all locks of a process on a file when it closes the file once. */
	@Test
	void lockOutlastsWhateverElseThisProgramDoes() throws IOException {
		try (Manifest run = Manifest.open(out, Shard.WHOLE)) {
			assertEquals(1, refused("1/1"));
			plan();
			assertTrue(Manifest.isIn(out));
			assertThrows(DrsformerException.class, () -> Manifest.open(out, Shard.WHOLE));
			assertThrows(DrsformerException.class, () -> Manifest.open(out, new Shard(1, 3)));
			run.entries();
			assertEquals(2, refused("1/1", "1/3"));
		}
		assertEquals(0, refused("1/1"));
	}

	@Test
	void partsOfThisProgramAreLockedOneByOne() throws IOException {
		try (Manifest first = Manifest.open(out, new Shard(1, 8))) {
			try (Manifest second = Manifest.open(out, new Shard(2, 8))) {
				assertThrows(DrsformerException.class, () -> Manifest.open(out, new Shard(2, 8)));
				assertEquals(2, refused("1/8", "2/8"));
			}
			assertEquals(0, refused("2/8"));
			plan();
			assertEquals(3, refused("1/8", "1/4", "1/1"));
			assertEquals(0, refused("3/8"));
		}
		assertEquals(0, refused("1/4"));
	}

	/** Uses two copies of the classes, as in Fiji, where a script may bring its own copy of the software. */
	@Test
	void otherClassLoaders() throws Exception {
		try (URLClassLoader loader = copy()) {
			try (AutoCloseable run = open(loader)) {
				assertThrows(DrsformerException.class, () -> Manifest.open(out, Shard.WHOLE));
				plan();
				plan();
				assertEquals(1, refused("1/1"));
			}
			assertEquals(0, refused("1/1"));
			try (Manifest run = Manifest.open(out, Shard.WHOLE)) {
				assertThrows(InvocationTargetException.class, () -> open(loader));
				assertEquals(1, refused("1/1"));
			}
			open(loader).close();
		}
	}

	/** Returns a loader with a second copy of all classes. */
	private static URLClassLoader copy() throws MalformedURLException {
		final List<URL> path = new ArrayList<>();
		for (final String entry : System.getProperty("java.class.path").split(File.pathSeparator))
			path.add(Path.of(entry).toUri().toURL());
		return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
	}

	private AutoCloseable open(final ClassLoader loader) throws ReflectiveOperationException {
		final Class<?> shards = loader.loadClass(Shard.class.getName());
		final Class<?> manifests = loader.loadClass(Manifest.class.getName());
		assertFalse(manifests.equals(Manifest.class));
		final Method open = manifests.getMethod("open", Path.class, shards);
		return (AutoCloseable) open.invoke(null, out, shards.getField("WHOLE").get(null));
	}

	/** Makes 480 starts in four programs that do not conflict. */
	@Test
	void partsDoNotRefuseEachOther() throws IOException {
		final List<OtherRun> runs = new ArrayList<>();
		try {
			for (int i = 0; i < 4; i++)
				runs.add(new OtherRun());
			for (int i = 1; i <= 4; i++)
				runs.get(i - 1).open(out, 40, i + "/12", i + 4 + "/12", i + 8 + "/12");
			for (final OtherRun run : runs)
				assertEquals(0, run.refused());
		}
		finally {
			runs.forEach(OtherRun::close);
		}
	}

	/** Releases a lock while others try in vain to take it. */
	@Test
	void refusedRunsAreInNobodysWay() throws IOException {
		try (Manifest run = Manifest.open(out, new Shard(8, 8)); OtherRun parts = new OtherRun()) {
			other.open(out, 60, "1/1", "1/4", "3/9", "8/8");
			parts.open(out, 60, "1/8", "2/8", "3/8");
			assertEquals(240, other.refused());
			assertEquals(0, parts.refused());
		}
	}

	/** Checks that the lock admits only one at a time. */
	@Test
	void onlyOneOfDifferentPartitions() throws IOException {
		for (final String[] parts : new String[][] { { "1/1", "1/1" }, { "3/8", "1/4" }, { "999999/999999", "1/2" } })
			try (Manifest run = Manifest.open(out, Shard.parse(parts[0]))) {
				assertEquals(1, refused(parts[1]));
			}
	}
}
