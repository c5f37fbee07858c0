package org.drsformer.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The update site, put together with links; each kind of mistake is made once and found. */
class UpdateSiteTest {

	private static final Path PROJECT = Path.of("");

	@TempDir
	private static Path shared;
	/** What the program needs: those of the class path, and a jar of this project's classes. */
	private static final List<Path> JARS = new ArrayList<>();

	@TempDir
	private Path folder;
	private UpdateSite site;
	private FijiJars fijis;

	@BeforeAll
	static void jars() throws IOException {
		JARS.add(jarOf(Path.of("target/classes"), shared.resolve("drsformer-fiji-0.0.0.jar")));
		FijiFolder.classPath().stream().filter(jar -> !jar.toString().matches(
			".*(junit|opentest4j|apiguardian|surefire|jacoco|slf4j-simple).*")).forEach(JARS::add);
	}

	private static Path jarOf(final Path classes, final Path jar) throws IOException {
		try (OutputStream file = Files.newOutputStream(jar);
				ZipOutputStream out = new ZipOutputStream(file);
				Stream<Path> files = Files.walk(classes))
		{
			for (final Path one : files.filter(Files::isRegularFile).toList()) {
				out.putNextEntry(new ZipEntry(classes.relativize(one).toString().replace('\\', '/')));
				Files.copy(one, out);
			}
		}
		return jar;
	}

	@BeforeEach
	void assemble() throws IOException {
		site = new UpdateSite(PROJECT, folder.resolve("site"));
		fijis = FijiJars.read(PROJECT);
		site.assemble(JARS, false, UpdateSite::link);
	}

	private List<String> problems() throws IOException {
		return new SiteCheck(site, fijis, JARS.stream().filter(jar -> fijis.areFijis(JarName.of(jar))).toList()).problems();
	}

	private Path jar(final String artifact) {
		return JARS.stream().filter(jar -> JarName.of(jar).artifact().equals(artifact)).findFirst().orElseThrow();
	}

	private void assertFound(final String problem) throws IOException {
		assertTrue(problems().stream().anyMatch(one -> one.contains(problem)), () -> problem + " is not found");
	}

	@Test
	void theListOfFijisJarsIsThatOfTheParent() throws IOException {
		assertEquals(ManagedJars.text(PROJECT), Files.readString(FijiJars.file(PROJECT)),
			"the parent in pom.xml has changed: run org.drsformer.site.ManagedJars, and look at extra-jars.txt");
		for (final String artifact : List.of("gson", "jna", "slf4j-api", "commons-compress", "imglib2", "scijava-common", "ij"))
			assertTrue(fijis.areFijis(new JarName(artifact, "1")), artifact);
	}

	@Test
	void hasWhatFijiLacksAndNothingElse() throws IOException {
		assertEquals(List.of("drsformer-fiji", "api", "commons-csv", "picocli", "pytorch-engine", "pytorch-jni"), site.jars()
			.stream().map(jar -> JarName.of(jar).artifact()).toList());
		assertTrue(Files.isRegularFile(site.folder().resolve("licenses/drsformer/LICENSE")));
		assertTrue(Files.isRegularFile(site.folder().resolve("models/drsformer/README.md")));
		assertEquals(List.of(), problems());
	}

	@Test
	void withNativesThatOfOneSystem() throws IOException {
		site.assemble(JARS, true, UpdateSite::link);
		assertEquals(1, site.jars().stream().filter(jar -> JarName.of(jar).artifact().equals(UpdateSite.NATIVES)).count());
		assertEquals(List.of(), problems());
	}

	@Test
	void aJarOfFijisIsFound() throws IOException {
		final Path gson = site.folder().resolve("jars/gson-2.10.1.jar");
		UpdateSite.link(jar("gson"), gson);
		assertFound("gson-2.10.1.jar is one of Fiji's jars");
		assertFound("com/google/gson/Gson is both in");
		Files.delete(gson);
		UpdateSite.link(jar("picocli"), site.folder().resolve("jars/picocli-4.0.jar"));
		assertFound("picocli-4.0.jar is not of the version that Fiji would ship, 4.7.7");
	}

	@Test
	void aMissingJarIsFound() throws IOException {
		Files.delete(site.folder().resolve("jars").resolve(jar("pytorch-engine").getFileName()));
		assertFound("ai/djl/pytorch/engine/PtEngine is missing; org/drsformer/engine/Torch");
		Files.delete(site.folder().resolve("plugins/drsformer-fiji-0.0.0.jar"));
		assertFound("the plugin itself is missing");
	}

	@Test
	void aFolderOfASystemIsFound() throws IOException {
		Files.createDirectories(site.folder().resolve("jars/linux64"));
		assertFound("must not be there");
	}

	@Test
	void whatAnEarlierSiteHadIsGone() throws IOException {
		final Path old = Files.writeString(site.folder().resolve("jars/old-1.0.jar"), "");
		assemble();
		assertFalse(Files.exists(old));
	}
}
