package org.drsformer.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The update site with the jars that this build packed; each kind of mistake is made once and found. */
class UpdateSiteIT {

	private static final Path PROJECT = Path.of("");

	@TempDir
	private Path folder;
	private List<Path> jars;
	private UpdateSite site;
	private FijiJars fijis;

	@BeforeEach
	void assemble() throws IOException {
		jars = FijiFolder.jarsIn(PROJECT.resolve("target/app"));
		site = new UpdateSite(PROJECT, folder.resolve("site"));
		fijis = FijiJars.read(PROJECT);
		site.assemble(jars, "", UpdateSite::link);
	}

	private List<String> problems() throws IOException {
		return new SiteCheck(site, fijis, jars.stream().filter(jar -> fijis.areFijis(JarName.of(jar))).toList())
			.problems();
	}

	private Path jar(final String artifact) {
		return jars.stream().filter(jar -> JarName.of(jar).artifact().equals(artifact)).findFirst().orElseThrow();
	}

	private void assertFound(final String problem) throws IOException {
		assertTrue(problems().stream().anyMatch(one -> one.contains(problem)), () -> problem + " is not found");
	}

	@Test
	void hasWhatFijiLacksAndNothingElse() throws IOException {
		assertEquals(List.of("drsformer-fiji", "api", "picocli", "pytorch-engine", "pytorch-jni"),
			site.jars().stream().map(jar -> JarName.of(jar).artifact()).toList());
		assertTrue(Files.isRegularFile(site.folder().resolve("licenses/drsformer/LICENSE")));
		assertTrue(Files.isRegularFile(site.folder().resolve("models/drsformer/README.md")));
		assertEquals(List.of(), problems());
	}

	@Test
	void withNativesThatOfOneSystem() throws IOException {
		site.assemble(jars, FijiFolderIT.natives(jars), UpdateSite::link);
		assertEquals(1,
			site.jars().stream().filter(jar -> JarName.of(jar).artifact().equals(UpdateSite.NATIVES)).count());
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
		Files.delete(FijiFolder.jarsIn(site.folder().resolve("plugins")).get(0));
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
