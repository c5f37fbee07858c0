package org.drsformer.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

class FijiJarsTest {

	private static final Path PROJECT = Path.of("");

	@Test
	void theListIsThatOfTheParent() throws IOException {
		assertEquals(ManagedJars.text(PROJECT), Files.readString(FijiJars.file(PROJECT)),
			"the parent in pom.xml has changed: run org.drsformer.site.ManagedJars, and look at extra-jars.txt");
	}

	@Test
	void knowsWhatFijiShips() throws IOException {
		final FijiJars fijis = FijiJars.read(PROJECT);
		for (final String artifact : List.of("gson", "jna", "slf4j-api", "commons-compress", "imglib2",
			"scijava-common", "ij"))
			assertTrue(fijis.areFijis(new JarName(artifact, "1")), artifact);
		assertFalse(fijis.areFijis(new JarName("pytorch-engine", "1")));
		fijis.extra().forEach((artifact, version) -> assertEquals(fijis.managed().get(artifact), version));
	}

	@Test
	void readsNamesOfJars() {
		assertEquals(new JarName("pytorch-native-cpu", "2.7.1-linux-x86_64"),
			JarName.of(Path.of("lib", "pytorch-native-cpu-2.7.1-linux-x86_64.jar")));
		assertEquals(new JarName("ij", "1.54p"), JarName.of(Path.of("ij-1.54p.jar")));
		assertEquals(new JarName("tools", ""), JarName.of(Path.of("tools.jar")));
	}
}
