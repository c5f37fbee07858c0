package org.drsformer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks that no command writes to a file that it reads, or twice to one file. The command refuses before it starts.
 */
@EnabledOnOs(OS.LINUX)
class OutputFilesTest {

	@TempDir
	private Path folder;
	private Path rainy;
	private Path clean;
	private Path out;
	private Path model;

	@BeforeEach
	void images() throws IOException {
		rainy = Files.createDirectory(folder.resolve("rainy"));
		clean = Files.createDirectory(folder.resolve("clean"));
		out = folder.resolve("out");
		for (int i = 0; i < 2; i++) {
			TestImages.gray(rainy.resolve(i + ".png"), 32, 24, 9 + i);
			TestImages.gray(clean.resolve(i + ".png"), 32, 24, 0);
		}
		model = Files.copy(Path.of(Program.MODEL), folder.resolve("model.pth"));
	}

	/** Expects one sentence, exit code 2, and unchanged files. */
	private void refused(final String sentence, final Object... args) throws IOException {
		final List<byte[]> before = contents();
		final CommandLineRun run = CommandLineRun.of(args);
		assertEquals(2, run.code(), run::err);
		assertTrue(run.err().contains(sentence), run::err);
		final List<byte[]> after = contents();
		assertEquals(before.size(), after.size());
		for (int i = 0; i < before.size(); i++)
			assertArrayEquals(before.get(i), after.get(i));
		assertFalse(Files.exists(out));
	}

	private List<byte[]> contents() throws IOException {
		final List<byte[]> contents = new ArrayList<>();
		try (var files = Files.walk(folder)) {
			for (final Path file : files.filter(Files::isRegularFile).sorted().toList())
				contents.add(Files.readAllBytes(file));
		}
		return contents;
	}

	private void refusedReport(final Path report, final String because) throws IOException {
		refused("The file " + report + " cannot be the report, because it is " + because + "; choose another name or" +
			" folder.", "derain", "--model", model, rainy, "-o", out, "--targets", clean, "--report", report);
	}

	@Test
	void reportsOfDeraining() throws IOException {
		refusedReport(rainy.resolve("0.png"), "an input");
		refusedReport(Files.createSymbolicLink(folder.resolve("link.csv"), rainy.resolve("1.png")), "an input");
		refusedReport(clean.resolve("1.png"), "a clean image");
		refusedReport(model, "the model");
		refusedReport(out.resolve("0.png"), "a result");
		refusedReport(out.resolve("drsformer-manifest.jsonl"), "a manifest of results");
		refusedReport(out, "a folder for a result");
		refused("cannot be a result, because it is a clean image", "derain", "--model", model, rainy, "-o", clean,
			"--targets", clean);
	}

	@Test
	void tablesOfAnEvaluation() throws IOException {
		final Path scores = folder.resolve("scores");
		refused("The file " + rainy.resolve("0.png") + " cannot be the CSV file, because it is one of the results;",
			"evaluate", "--results", rainy, "--targets", clean, "--csv", rainy.resolve("0.png"));
		refused("The file " + clean.resolve("0.png") + " cannot be the JSON file, because it is one of the targets;",
			"evaluate", "--results", rainy, "--targets", clean, "--csv", scores, "--json", clean.resolve("0.png"));
		refused("cannot be the JSON file, because it is the CSV file;", "evaluate", "--results", rainy, "--targets",
			clean, "--csv", scores, "--json", rainy.resolve("..").resolve("SCORES"));
		refused("because it is a pipe or a device", "evaluate", "--results", rainy, "--targets", clean, "--csv",
			"/dev/null");
	}

	@Test
	void weightsAndSamplesOfATraining() throws IOException {
		final Path best = Files.copy(model, folder.resolve("best.pth"));
		refused("The file " + best + " cannot be the best weights, because it is the model to start from;", "train",
			"--from", best, "--clean", clean, "-o", folder, "--steps", "1", "--patches", "1x16");
		final Path samples = Files.createDirectory(folder.resolve("samples"));
		for (int i = 0; i < 3; i++)
			TestImages.gray(samples.resolve("000000" + i + ".png"), 32, 24, 0);
		refused(" cannot be a sample, because it is an image to learn from;", "train", "--from", model, "--clean",
			samples, "-o", folder, "--steps", "1", "--patches", "1x16");
	}

	@Test
	void pairsOfSynthesis() throws IOException {
		final Path target = Files.createDirectory(folder.resolve("target"));
		final Path link = Files.createSymbolicLink(clean.resolve("2.png"),
			TestImages.gray(target.resolve("2.png"), 32, 24, 0));
		refused("The clean image " + link + " lies in the folder " + target, "synthesize", clean, "-o", folder);
	}

	/** Only these two inputs fail. If their results get different names, both are derained. */
	@Test
	void imagesOfOneName() throws IOException {
		Files.write(rainy.resolve("1.jpg"), Files.readAllBytes(rainy.resolve("1.png")));
		CommandLineRun run = CommandLineRun.of("derain", "--model", model, rainy, "-o", out);
		assertEquals(1, run.code(), run::err);
		assertTrue(run.err().contains("2 failed:") && run.err().contains("1 image derained"), run::err);
		run = CommandLineRun.of("derain", "--model", model, rainy, "-o", out, "--keep-ending", "--read-timeout", "60");
		assertEquals(0, run.code(), run::err);
		assertTrue(Files.exists(out.resolve("1.jpg.png")) && Files.exists(out.resolve("1.png")));
	}

	@Test
	void timesThatAreNone() throws IOException {
		refused("The time for reading a file cannot be -1 seconds", "derain", "--model", model, rainy, "-o", out,
			"--read-timeout", "-1");
		refused("The time for reading a file cannot be -1 seconds", "evaluate", "--results", rainy, "--targets", clean,
			"--read-timeout", "-1");
	}
}
