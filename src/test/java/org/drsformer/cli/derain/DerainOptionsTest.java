package org.drsformer.cli.derain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.drsformer.FixtureWeights;
import org.drsformer.cli.CommandLineRun;
import org.drsformer.cli.Program;
import org.drsformer.cli.TestImages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the command {@code derain} with folders, and its output. */
class DerainOptionsTest {

	@TempDir
	private Path folder;
	private Path rainy;
	private Path clean;

	@BeforeEach
	void images() throws IOException {
		rainy = Files.createDirectories(folder.resolve("rainy/deep")).getParent();
		clean = folder.resolve("clean");
		TestImages.gray(rainy.resolve("a.png"), 24, 16, 3);
		TestImages.gray(rainy.resolve("b.png"), 24, 16, 5);
		TestImages.gray(rainy.resolve("deep/c.png"), 24, 16, 7);
	}

	private CommandLineRun derain(final String... options) {
		final Object[] args = new Object[6 + options.length];
		System.arraycopy(new Object[] { "derain", "--model", Program.MODEL, rainy, "-o", clean }, 0, args, 0, 6);
		System.arraycopy(options, 0, args, 6, options.length);
		return CommandLineRun.of(args);
	}

	@Test
	void dryRun() throws IOException {
		CommandLineRun run = derain("--dry-run", "-r");
		assertEquals(0, run.code(), run::err);
		assertEquals(3, run.lines().length);
		assertEquals("derain  " + rainy.resolve("a.png") + " -> " + clean.resolve("a.png") + "  (has no result yet)",
			run.lines()[0]);
		assertTrue(run.err().contains("3 to derain, 0 to skip, 0 failed; nothing was done"), run::err);
		assertFalse(Files.exists(clean));
		assertEquals(0, derain("--include", "a*").code());
		run = derain("--dry-run");
		assertTrue(run.lines()[0].startsWith("skip    ") && run.lines()[0].endsWith("(was derained before)"), run::out);
		assertTrue(run.lines()[1].startsWith("derain  "), run::out);
	}

	@Test
	void aModelForTwoViewsIsRefusedBeforeAnythingIsWritten() {
		final Path file = folder.resolve("dual.pth");
		FixtureWeights.generate("fixtures/r_d8_dual_pixel/manifest.json").write(file);
		final CommandLineRun run = CommandLineRun.of("derain", "--model", file, rainy, "-o", clean);
		assertEquals(2, run.code(), run::err);
		assertTrue(run.err().contains("The model dual needs the two views of a dual-pixel camera"), run::err);
		assertFalse(Files.exists(clean));
		assertTrue(CommandLineRun.of("models", file).out().contains("withbias, dual pixel"), "it can be described");
	}

	@Test
	void reportAndSummary() throws IOException {
		Files.writeString(rainy.resolve("bad, \"file\".png"), "text");
		final Path report = clean.resolve("run.csv");
		final CommandLineRun run = derain("--recursive", "--report", report.toString());
		assertEquals(1, run.code());
		final List<String> rows = Files.readAllLines(report);
		assertEquals(5, rows.size());
		assertEquals(
			"input,output,status,width,height,planes,megapixels,seconds,network_seconds,megapixels_per_second," +
				"output_bytes,problem",
			rows.get(0));
		assertTrue(rows.stream().anyMatch(row -> row.contains("a.png,done,24,16,1,3.84E-4,")), rows::toString);
		assertTrue(rows.stream()
			.anyMatch(row -> row.startsWith("\"") && row.contains("bad, \"\"file\"\".png\",")
				&& row.contains(",failed,0,0,0,")),
			rows::toString);
		assertTrue(run.err().contains("3 images derained into " + clean) && run.err().contains("megapixels/s")
			&& run.err().contains("1 failed:"), run::err);
		if (Files.exists(Path.of("/proc/self/status")))
			assertTrue(run.err().contains(" MiB of memory"), run::err);
	}

	@Test
	void failFast() throws IOException {
		Files.writeString(rainy.resolve("aa.png"), "text");
		final CommandLineRun run = derain("--fail-fast");
		assertEquals(1, run.code());
		assertTrue(run.err().contains("Stopped at the first failure. 1 not processed."), run::err);
	}

	@Test
	void shardsAndFormats() throws IOException {
		assertEquals(0, derain("-r", "--shard", "1/2", "--suffix", "-dry", "--format", "tif").code());
		final CommandLineRun run = derain("-r", "--shard", "2/2", "--suffix", "-dry", "--format", "tif");
		assertEquals(0, run.code(), run::err);
		for (final String name : List.of("a-dry.tif", "b-dry.tif", "deep/c-dry.tif"))
			assertTrue(Files.exists(clean.resolve(name)), name);
	}

	/** Checks that results of an earlier run are scored too. */
	@Test
	void whatIsDoneIsScored() throws IOException {
		final Path targets = Files.createDirectory(folder.resolve("targets"));
		TestImages.gray(targets.resolve("a.png"), 24, 16, 0);
		TestImages.gray(targets.resolve("b.png"), 24, 16, 0);
		final CommandLineRun first = derain("--targets", targets.toString());
		assertEquals(0, first.code(), first::err);
		final CommandLineRun again = derain("--targets", targets.toString());
		assertEquals(0, again.code(), again::err);
		assertTrue(again.err().contains("0 images derained") && again.err().contains("was derained before"),
			again::err);
		assertEquals(first.out(), again.out());
		assertTrue(again.out().contains("mean of 2 "), again::out);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--overwrite=sometimes", "--shard=9/8", "--format=gif", "--max-pixels=many",
		"--include=a{b", "--suffix=a/b", "--report=hdfs://node/run.csv", "--targets=file:/data" })
	void badUsageIsASentence(final String option) {
		final CommandLineRun run = derain(option);
		assertEquals(2, run.code());
		assertTrue(run.err().contains(option.substring(option.indexOf('=') + 1)), run::err);
		assertFalse(Files.exists(clean));
	}

	@Test
	void limits() {
		final CommandLineRun run = derain("--max-pixels", "100");
		assertEquals(1, run.code());
		assertTrue(run.err().contains("2 failed:") && run.err().contains("larger than the limit: 24 x 16 pixels"),
			run::err);
	}
}
