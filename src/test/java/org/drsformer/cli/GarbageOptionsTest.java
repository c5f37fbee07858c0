package org.drsformer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.drsformer.OneLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Gives every option of every command invalid values: each gives a sentence and an exit code, and nothing is written.
 */
class GarbageOptionsTest {

	/** Texts that only options for texts and paths accept. */
	private static final List<String> GARBAGE = List.of("", "garbage", "NaN", "1e400", "0x10", "1,5", "\u0663",
		"a\n\u001bb\u0000", "%s${x}", "9".repeat(400));

	/** Options that accept almost any text. */
	private static final Set<String> TEXTS = Set.of("--include", "--exclude", "--suffix", "--results-pattern",
		"--targets-pattern", "--as");

	private static final Set<String> PATHS = Set.of("--output", "--report", "--targets", "--results", "--csv", "--json",
		"--pairs", "--clean", "--validation");

	@TempDir
	private Path folder;
	private Path images;

	@BeforeEach
	void images() throws IOException {
		images = Files.createDirectory(folder.resolve("images"));
		TestImages.gray(images.resolve("a.png"), 16, 16, 1);
	}

	private List<String> sensible(final String command) {
		final Path image = images.resolve("a.png");
		final Path out = folder.resolve("out");
		return Stream.of(switch (command) {
			case "derain" -> new Object[] { "derain", image, "-o", out, "--threads", "1" };
			case "metrics" -> new Object[] { "metrics", image, image };
			case "evaluate" -> new Object[] { "evaluate", "--results", images, "--targets", images };
			case "synthesize" -> new Object[] { "synthesize", image, "-o", out };
			case "train" -> new Object[] { "train", "--clean", images, "-o", out, "--patches", "1x16" };
			default -> throw new AssertionError(command);
		}).map(Object::toString).toList();
	}

	private static List<OptionSpec> options(final String command) {
		final CommandLine line = Main.commandLine().getSubcommands().get(command);
		return line.getCommandSpec()
			.options()
			.stream()
			.filter(option -> option.arity().max() > 0 && !option.usageHelp())
			.toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "derain", "metrics", "evaluate", "synthesize", "train" })
	void isASentence(final String command) {
		for (final OptionSpec option : options(command))
			if (!TEXTS.contains(option.longestName()) && !PATHS.contains(option.longestName()))
				for (final String garbage : GARBAGE)
					refuse(command, option.longestName(), garbage);
	}

	/** Java takes an empty path, which a shell variable that is not set gives, for the working folder. */
	@ParameterizedTest
	@ValueSource(strings = { "derain", "metrics", "evaluate", "synthesize", "train" })
	void noPathIsEmptyOrImpossible(final String command) {
		for (final String garbage : List.of("", " ", "a\u0000b")) {
			for (final OptionSpec option : options(command))
				if (option.typeInfo().getType() == Path.class)
					refuse(command, option.longestName(), garbage);
			final CommandLineRun run = CommandLineRun.of(command, garbage, garbage, "-o", folder.resolve("out"));
			assertEquals(2, run.code(), run.err());
			assertEquals(2, run.err().lines().count(), run.err());
		}
	}

	/** A text that starts with @ is a file name, not the name of a file with options. */
	@Test
	void filesOfOptionsAreNotRead() throws IOException {
		final Path options = Files.writeString(folder.resolve("options.txt"), "--help");
		final CommandLineRun run = CommandLineRun.of("metrics", "@" + options, images.resolve("a.png"));
		assertEquals(1, run.code(), run.err());
		assertTrue(run.err().contains("There is no file @"), run.err());
	}

	@Test
	void noModelIsNamed() {
		assertEquals(1, CommandLineRun.of("models", "").code());
	}

	private void refuse(final String command, final String option, final String garbage) {
		final List<String> args = new ArrayList<>(sensible(command));
		args.removeIf(arg -> arg.equals("--patches") || arg.equals("1x16"));
		if (command.equals("derain") && !option.equals("--model"))
			args.addAll(List.of("--model", Program.MODEL));
		args.add(option + "=" + garbage);
		final CommandLineRun run = CommandLineRun.of(args.toArray());
		final String what = command + " " + option + " \"" + OneLine.of(garbage) + "\": " + run;
		assertEquals(2, run.code(), what);
		assertEquals(2, run.err().lines().count(), what);
		assertTrue(run.err().contains("\nHelp: drsformer " + command + " --help"), what);
		assertTrue(run.err().lines().noneMatch(line -> line.chars().anyMatch(Character::isISOControl)), what);
		assertEquals("", run.out(), what);
		assertFalse(Files.exists(folder.resolve("out")), what);
	}
}
