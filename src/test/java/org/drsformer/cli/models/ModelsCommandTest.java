package org.drsformer.cli.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.cli.CommandLineRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls the command {@code models} as users do, with a folder of its own. */
class ModelsCommandTest {

	private static final Path CHECKPOINT = Path.of("src/test/resources/fixtures/d8_plain/deraining.pth");

	@TempDir
	private Path folder;
	private String before;

	@BeforeEach
	void aFijiOfItsOwn() {
		before = System.setProperty("imagej.dir", folder.toString());
	}

	@AfterEach
	void theFijiBefore() {
		if (before == null)
			System.clearProperty("imagej.dir");
		else
			System.setProperty("imagej.dir", before);
	}

	private static CommandLineRun good(final Object... args) {
		final CommandLineRun run = CommandLineRun.of(args);
		assertEquals(0, run.code(), run::err);
		return run;
	}

	private static void bad(final String sentence, final Object... args) {
		final CommandLineRun run = CommandLineRun.of(args);
		assertEquals(1, run.code(), run::err);
		assertTrue(run.err().contains(sentence), run::err);
		assertFalse(run.err().contains("\tat "), "no stack trace");
	}

	@Test
	void fromImportToRemoval() throws IOException {
		assertTrue(good("models", "import", CHECKPOINT, "--as", "own").out().contains("own ("));
		assertTrue(good("models").out().contains("299,782 parameters"));
		assertTrue(good("models", "own").out().contains("| imported from |"));
		assertTrue(good("models", "verify").out().contains("own: unchanged"));
		Files.writeString(folder.resolve("models/drsformer/own.pth"), "changed");
		final CommandLineRun verify = CommandLineRun.of("models", "verify", "own", "compact");
		assertEquals(1, verify.code());
		assertTrue(verify.out().contains("own: CHANGED") && verify.out().contains("compact: unchanged"), verify::out);
		assertTrue(good("models", "remove", "own").out().contains("own has been removed"));
		bad("no model \"own\"", "models", "remove", "own");
	}

	@Test
	void anImportedNameWorksInDerain() throws IOException {
		good("models", "import", CHECKPOINT, "--as", "own");
		final Path image = Path.of("src/test/resources/fixtures/d16_mefc/path2_r2_9x13_in.png");
		good("derain", image, "-o", folder.resolve("clean"), "--model", "own", "--device", "cpu", "--threads", "1");
		assertTrue(Files.exists(folder.resolve("clean").resolve(image.getFileName())));
	}

	@Test
	void theCatalogue() {
		final String list = good("models").out();
		assertTrue(list.matches("(?s).*rain200h +Rain200H +with +32\\.17 +0\\.9326 +rain200-spa +no.*"), list);
		assertTrue(list.contains("https://github.com/cschenxiang/DRSformer"), list);
		final String one = good("models", "spa").out();
		assertTrue(one.contains("https://drive.google.com/file/d/1i33Zmb1YXdLcalJOIP7YTegjnuTsVcC1/")
			&& one.contains("without MEFC") && one.contains("pwd=vfvt"), one);
	}

	@Test
	void badInputIsASentence() {
		bad("cannot be called \"My Model\"", "models", "import", CHECKPOINT, "--as", "My Model");
		bad("missing.pth does not exist", "models", "import", "missing.pth");
		bad("not the one published for Rain200H", "models", "import", CHECKPOINT, "--as", "rain200h");
		bad("no model \"none\"", "models", "verify", "none");
		bad("cannot be removed", "models", "remove", "compact");
		final CommandLineRun run = CommandLineRun.of("derain", CHECKPOINT, "-o", folder, "--model", "rain200h");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("published by the authors but not installed"), run::err);
	}
}
