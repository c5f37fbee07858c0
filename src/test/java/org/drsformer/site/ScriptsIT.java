package org.drsformer.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of update-site, with the jars that this build packed. */
@DisabledOnOs(OS.WINDOWS)
class ScriptsIT {

	private static final Path PROJECT = Path.of("").toAbsolutePath();

	@TempDir
	private Path folder;
	private Path fiji;
	private UpdateSite site;

	@BeforeEach
	void folders() throws IOException {
		fiji = folder.resolve("Fiji");
		site = new UpdateSite(PROJECT, folder.resolve("site"));
		final List<Path> jars = FijiFolder.jarsIn(PROJECT.resolve("target/app"));
		new FijiFolder(fiji).addFijisOwn(jars, FijiJars.read(PROJECT));
		Files.createDirectories(fiji.resolve("plugins"));
		site.assemble(jars, "", UpdateSite::link);
	}

	/** What a script did. */
	private record Run(int code, String text) {}

	private Run run(final Map<String, String> environment, final Object... command)
		throws IOException, InterruptedException
	{
		final Path out = folder.resolve("out.txt");
		final ProcessBuilder builder = new ProcessBuilder(List.of(command).stream().map(Object::toString).toList());
		builder.environment().putAll(environment);
		builder.environment().put("JAVA_TOOL_OPTIONS", "-Dai.djl.offline=true");
		final Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
		assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it ends");
		return new Run(process.exitValue(), Files.readString(out));
	}

	private Run verify() throws IOException, InterruptedException {
		return run(Map.of(), PROJECT.resolve("update-site/verify.sh"), fiji, site.folder());
	}

	@Test
	void verifies() throws Exception {
		final List<Path> jars = FijiFolder.jarsIn(PROJECT.resolve("target/app"));
		site.assemble(jars, FijiFolderIT.natives(jars), UpdateSite::link);
		final Run run = verify();
		assertEquals(0, run.code(), run.text());
		assertTrue(run.text().contains("\nVERIFIED\n"), run.text());
	}

	/** Without natives and without a network: the reason is in what it prints, and it is no success. */
	@Test
	void aSiteThatDoesNotWorkIsNotVerified() throws Exception {
		final Run run = run(Map.of("DJL_CACHE_DIR", folder.resolve("empty").toString()),
			PROJECT.resolve("update-site/verify.sh"), fiji, site.folder());
		assertEquals(1, run.code(), run.text());
		assertTrue(run.text().contains("The native library of PyTorch is not here"), run.text());
		assertFalse(run.text().contains("\nVERIFIED"), run.text());
	}

	/** A launcher that notes what the updater is asked for; the first time its site is not known yet. */
	@Test
	void publishesByFijisUpdater() throws Exception {
		final Path calls = folder.resolve("calls.txt");
		final Path launcher = Files.writeString(fiji.resolve("fiji-linux-x64"),
			"#!/bin/sh\necho \"$@\" >> '" + calls + "'\n");
		assertTrue(launcher.toFile().setExecutable(true));
		Files.writeString(fiji.resolve("plugins/drsformer-fiji-0.0.1.jar"), "of an earlier version");
		final Map<String, String> environment = Map.of("SITE", site.folder().toString(), "YES", "1", "ALLOW_SNAPSHOT",
			"1");
		final Run run = run(environment, PROJECT.resolve("update-site/publish.sh"), fiji);
		assertEquals(0, run.code(), run.text());
		assertEquals(List.of("--update add-update-site DRSformer https://sites.imagej.net/DRSformer/ webdav:DRSformer ",
			"--update upload-complete-site --simulate --force DRSformer",
			"--update upload-complete-site --force DRSformer"), Files.readAllLines(calls));
		assertEquals(1, FijiFolder.jarsIn(fiji.resolve("plugins")).size(), "the earlier version is gone");
		assertTrue(Files.exists(fiji.resolve("licenses/drsformer/THIRD-PARTY.md")));
	}

	@Test
	void refusesWhatIsNotToBePublished() throws Exception {
		final Path publish = PROJECT.resolve("update-site/publish.sh");
		assertEquals(2, run(Map.of(), publish).code());
		assertTrue(run(Map.of("SITE", folder.resolve("none").toString()), publish, fiji).text()
			.contains("mvn -Pupdate-site package"));
		Files.writeString(site.folder().resolve("jars/pytorch-native-cpu-1.jar"), "");
		assertTrue(run(Map.of("SITE", site.folder().toString()), publish, fiji).text().contains("natives"));
	}
}
