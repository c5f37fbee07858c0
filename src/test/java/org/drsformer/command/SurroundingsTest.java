package org.drsformer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tries class loaders, home folders and cache folders as on the machines of users. */
class SurroundingsTest {

	private static final String MAIN = "org.drsformer.cli.Main";

	@TempDir
	private Path folder;

	/**
	 * As in Fiji, neither the system's class loader nor the thread's knows the plugin or its libraries. The home folder
	 * links to native libraries that are unpacked already, which saves much time.
	 */
	@Test
	void anAlienClassLoaderInAHomeWithSpacesAndLettersOfTheWorld() throws Exception {
		final Path alone = Files.createDirectories(folder.resolve("alone/org/drsformer/command"));
		Files.copy(Path.of(AlienLoaderMain.class.getResource("AlienLoaderMain.class").toURI()),
			alone.resolve("AlienLoaderMain.class"));
		final Path home = Files.createDirectories(folder.resolve("Mein Ordner für Régen 雨"));
		linkCache(home.resolve(".djl.ai"));
		final Path clean = home.resolve("ohne Regen");
		final ForkedJvm.Run run = ForkedJvm.run(Map.of("DJL_CACHE_DIR", ""),
			List.of("-Duser.home=" + home, "-cp", folder.resolve("alone").toString(), AlienLoaderMain.class.getName(),
				ForkedJvm.classPath(), "derain", "test-images/light/cat.png", "-o", clean.toString()));
		assertEquals(0, run.code(), run::output);
		assertTrue(Files.exists(clean.resolve("cat.png")));
		assertTrue(Files.exists(home.resolve(".djl.ai/pytorch")), "the engine has started elsewhere");
	}

	private static void linkCache(final Path cache) throws IOException {
		final Path unpacked = Path.of(System.getProperty("user.home"), ".djl.ai", "pytorch");
		Files.createDirectories(cache);
		if (Files.isDirectory(unpacked))
			Files.createSymbolicLink(cache.resolve("pytorch"), unpacked);
	}

	/** Not even the administrator can write to /proc. */
	@Test
	@EnabledOnOs(OS.LINUX)
	void aCacheFolderThatCannotBeWrittenTo() throws Exception {
		final ForkedJvm.Run run = ForkedJvm.run(Map.of("DJL_CACHE_DIR", "/proc/djl"), List.of("-cp",
			ForkedJvm.classPath(), MAIN, "derain", "test-images/light/cat.png", "-o", folder.toString()));
		assertEquals(1, run.code(), run::output);
		assertTrue(run.output().contains("cannot be unpacked into /proc/djl") && run.output().contains("DJL_CACHE_DIR"),
			run::output);
		assertTrue(!run.output().contains("\tat "), run::output);
	}
}
