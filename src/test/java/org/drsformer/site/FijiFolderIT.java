package org.drsformer.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder that is laid out as Fiji, and the update site in it, with the jars that this build packed: in a JVM of its
 * own, with nothing else on the class path.
 */
class FijiFolderIT {

	private static final Path PROJECT = Path.of("").toAbsolutePath();

	/** With a blank and a letter that is not ASCII, as users have them. */
	@TempDir
	private Path folder;
	private Path fiji;

	@BeforeEach
	void install() throws IOException {
		fiji = folder.resolve("My Fij\u00ef");
		final List<Path> jars = FijiFolder.jarsIn(PROJECT.resolve("target/app"));
		new FijiFolder(fiji).addFijisOwn(jars, FijiJars.read(PROJECT));
		final UpdateSite site = new UpdateSite(PROJECT, folder.resolve("site"));
		site.assemble(jars, natives(jars), UpdateSite::link);
		for (final Path jar : site.jars()) {
			final Path to = fiji.resolve(site.folder().relativize(jar));
			Files.createDirectories(to.getParent());
			UpdateSite.link(jar, to);
		}
	}

	/** The system whose natives this build took. */
	static String natives(final List<Path> jars) {
		return jars.stream()
			.map(JarName::of)
			.filter(jar -> jar.artifact().equals(UpdateSite.NATIVES))
			.findFirst()
			.orElseThrow()
			.version()
			.replaceFirst("^[0-9.]+-", "");
	}

	private String java(final String... args) throws IOException, InterruptedException {
		final Path out = folder.resolve("out.txt");
		final ProcessBuilder java = new ProcessBuilder(
			Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.awt.headless=true",
			"-Dai.djl.offline=true", "-Dimagej.dir=" + fiji, "-Dplugins.dir=" + fiji, "-Xmx1g", "-cp",
			new FijiFolder(fiji).javaClassPath());
		java.command().addAll(List.of(args));
		final Process process = java.redirectErrorStream(true).redirectOutput(out.toFile()).start();
		assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it ends");
		final String text = Files.readString(out);
		assertEquals(0, process.exitValue(), text);
		return text;
	}

	@Test
	void derainsHeadlessInImageJ() throws Exception {
		final String text = java("ij.ImageJ", "-batch", PROJECT.resolve("update-site/verify.ijm").toString(),
			PROJECT.resolve("update-site/test/rainy") + "|" + PROJECT.resolve("update-site/test/expected") + "|" +
				folder.resolve("clean"));
		assertTrue(text.contains("in ImageJ 1.54p") && text.contains("\nVERIFIED"), text);
	}

	@Test
	void derainsOnTheCommandLine() throws Exception {
		java("org.drsformer.cli.Main", "derain", PROJECT.resolve("update-site/test/rainy").toString(), "-o",
			folder.resolve("clean").toString());
		assertTrue(Files.size(folder.resolve("clean/raccoon.png")) > 0);
		final String models = java("org.drsformer.cli.Main", "models");
		assertTrue(models.contains(fiji.resolve("models").resolve("drsformer").toString()), models);
	}
}
