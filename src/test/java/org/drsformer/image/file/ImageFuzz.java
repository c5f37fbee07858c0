package org.drsformer.image.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Damages images of all kinds at random and opens them like a batch: each must become an image or one sentence, within
 * seconds. A separate program with little memory:
 *
 * <pre>
 * java -Xmx200m -cp ... org.drsformer.image.file.ImageFuzz --count 20000 --folder FOLDER
 * </pre>
 *
 * Files that fail stay in the folder, next to {@code failures.txt}. {@code --first N --count 1} makes number N again.
 */
@Command(name = "fuzz", mixinStandardHelpOptions = true)
final class ImageFuzz implements Callable<Integer> {

	@Option(names = "--count", description = "how many files", defaultValue = "20000")
	private int count;

	@Option(names = "--first", description = "number of the first", defaultValue = "0")
	private int first;

	@Option(names = "--seed", description = "of the random numbers", defaultValue = "1")
	private long seed;

	@Option(names = "--seconds", description = "most CPU time for one file", defaultValue = "5")
	private double seconds;

	@Option(names = "--seeds", description = "folder of whole images", defaultValue = "src/test/resources/corpus")
	private Path seeds;

	@Option(names = "--folder", description = "for the files that fail", defaultValue = "target/fuzz")
	private Path folder;

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
	private FuzzSeeds whole;
	private int failures;
	private int images;
	private int refusals;
	private int outOfMemory;
	private double slowest;
	private String slowestName;

	public static void main(final String[] args) {
		System.setProperty("java.awt.headless", "true");
		System.exit(new CommandLine(new ImageFuzz()).execute(args));
	}

	/** Returns a short run. */
	static ImageFuzz of(final int count, final Path folder) {
		final ImageFuzz fuzz = new ImageFuzz();
		new CommandLine(fuzz).parseArgs("--count", Integer.toString(count), "--folder", folder.toString());
		return fuzz;
	}

	/** Returns 1 if a file failed, else 0. */
	@Override
	public Integer call() throws IOException {
		Files.createDirectories(folder);
		whole = FuzzSeeds.of(seeds);
		final PrintStream out = System.out;
		final PrintStream err = System.err;
		final PrintStream kept = new PrintStream(printed, true, StandardCharsets.UTF_8);
		try {
			// what readers print is checked
			System.setOut(kept);
			System.setErr(kept);
			for (int i = first; i < first + count; i++)
				one(i, out);
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
		out.println(summary());
		return failures == 0 ? 0 : 1;
	}

	String summary() {
		return String.format(
			"%d files: %d images, %d refused (%d for want of memory), %d failed; the slowest took %.2f s (%s)", count,
			images, refusals, outOfMemory, failures, slowest, slowestName);
	}

	private void one(final int number, final PrintStream out) throws IOException {
		final Random random = new Random(seed * 1_000_003 + number);
		final int chosen = whole.choose(random);
		final String name = number + "-" + whole.files().get(chosen).getFileName();
		final byte[] content = whole.damaged(chosen, random);
		final Path work = Files.createTempDirectory(folder, "work");
		final Path file = Files.write(work.resolve(name), content);
		final FuzzedFile fuzzed = FuzzedFile.open(file, seconds);
		final String left = FuzzedFile.clear(work);
		note(fuzzed, name);
		final String problem = problem(fuzzed, left);
		if (problem != null)
			fail(name, content, problem, out);
		if ((number + 1) % 1000 == 0)
			out.println(number + 1 + ": " + images + " images, " + refusals + " refused, " + failures + " failed");
	}

	private void note(final FuzzedFile fuzzed, final String name) {
		if (fuzzed.seconds() > slowest) {
			slowest = fuzzed.seconds();
			slowestName = name;
		}
		if (fuzzed.refusal() != null)
			refusals++;
		else if (fuzzed.problem() == null)
			images++;
		if (fuzzed.isOutOfMemory())
			outOfMemory++;
	}

	private String problem(final FuzzedFile fuzzed, final String left) {
		final String text = printed.toString(StandardCharsets.UTF_8);
		printed.reset();
		if (fuzzed.problem() != null)
			return fuzzed.problem();
		if (left != null)
			return "left " + left;
		// ImageJ prints one line about some files
		return text.contains("\tat ") || text.contains("OutOfMemory") || text.contains("StackOverflow")
			? "printed " + text
			: null;
	}

	private void fail(final String name, final byte[] content, final String problem, final PrintStream out)
		throws IOException
	{
		failures++;
		Files.write(folder.resolve(name), content);
		Files.writeString(folder.resolve("failures.txt"), name + ": " + problem + "\n", StandardOpenOption.CREATE,
			StandardOpenOption.APPEND);
		out.println(name + ": " + problem.lines().limit(3).toList());
	}
}
