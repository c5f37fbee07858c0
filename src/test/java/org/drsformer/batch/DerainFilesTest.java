package org.drsformer.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.batch.job.FileFailure;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.TestModels;
import org.drsformer.image.file.ImageFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;

class DerainFilesTest {

	private static Derainer derainer;

	@TempDir
	private Path temp;

	private Path in;
	private Path out;

	@BeforeAll
	static void load() {
		derainer = TestModels.derainer(TestModels.COLOR);
	}

	@AfterAll
	static void close() {
		derainer.close();
	}

	@BeforeEach
	void folders() throws IOException {
		in = Files.createDirectory(temp.resolve("in"));
		out = temp.resolve("deep/out");
	}

	private static Path color(final Path file) {
		ImageFiles.write(new ImagePlus("color", new ColorProcessor(9, 8)), file);
		return file;
	}

	private BatchSummary run(final Path... inputs) {
		return DerainFiles.plan(List.of(inputs), out).run(derainer, new Log());
	}

	/** Returns all files but the manifest. */
	private static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString())
				.filter(name -> !name.endsWith(".jsonl"))
				.sorted()
				.toList();
		}
	}

	/** Remembers all calls. */
	private static class Log implements BatchListener {

		private final List<String> events = new ArrayList<>();
		private final List<Double> fractions = new ArrayList<>();

		@Override
		public void started(final Path input, final int number, final int count) {
			events.add("start " + input.getFileName() + " " + number + "/" + count);
		}

		@Override
		public void done(final Path input, final Path output) {
			events.add("done " + output.getFileName());
		}

		@Override
		public void failed(final FileFailure failure) {
			events.add("failed " + failure.path().getFileName());
		}

		@Override
		public void update(final double fraction) {
			fractions.add(fraction);
		}

		private List<String> of(final String kind) {
			return events.stream().filter(event -> event.startsWith(kind)).toList();
		}
	}

	@Test
	void filesAndFolders() throws IOException {
		color(in.resolve("r10.png"));
		color(in.resolve("r9.jpg"));
		color(in.resolve(".hidden.png"));
		Files.writeString(in.resolve("notes.txt"), "not an image");
		Files.createDirectory(in.resolve("folder.png"));
		final Path single = temp.resolve("single.tif");
		ImageFiles.write(new ImagePlus("float", new FloatProcessor(5, 4)), single);
		final Log log = new Log();
		final BatchSummary summary = DerainFiles.plan(List.of(single, in), out).run(derainer, log);
		assertEquals(List.of("r10.png", "r9.png", "single.tif"), names(out));
		assertEquals(List.of("start single.tif 1/3", "start r9.jpg 2/3", "start r10.png 3/3"), log.of("start"));
		assertEquals(List.of("done single.tif", "done r9.png", "done r10.png"), log.of("done"));
		assertEquals(List.of(out.resolve("single.tif"), out.resolve("r9.png"), out.resolve("r10.png")), summary.done());
		assertTrue(summary.failed().isEmpty());
		assertEquals(2 * 72e-6 + 20e-6, summary.megapixels(), 1e-9);
		assertTrue(summary.seconds() > 0);
		checkProgress(log.fractions);
	}

	private static void checkProgress(final List<Double> fractions) {
		for (int i = 1; i < fractions.size(); i++)
			assertTrue(fractions.get(i) >= fractions.get(i - 1));
		assertEquals(1, fractions.get(fractions.size() - 1), 1e-9);
	}

	@Test
	void severalFoldersStayApart() throws IOException {
		final Path other = Files.createDirectory(temp.resolve("other"));
		color(in.resolve("a.png"));
		color(other.resolve("a.png"));
		final Path single = color(temp.resolve("b.png"));
		assertEquals(3, run(in, other.resolve("../other"), single).done().size());
		assertEquals(List.of("b.png", "in", "other"), names(out));
		assertEquals(List.of("a.png"), names(out.resolve("in")));
		assertEquals(List.of("a.png"), names(out.resolve("other")));
	}

	@Test
	void goesOnAfterBadFiles() throws IOException {
		color(in.resolve("c.png"));
		Files.writeString(in.resolve("a.png"), "text");
		Files.write(in.resolve("b.tif"), new byte[0]);
		final FloatProcessor nan = new FloatProcessor(8, 8);
		nan.setf(3, Float.NaN);
		ImageFiles.write(new ImagePlus("nan", nan), in.resolve("d.tif"));
		final Path missing = temp.resolve("missing.png");
		final BatchSummary summary = run(missing, in);
		assertEquals(List.of("c.png"), names(out));
		assertEquals(List.of(missing, in.resolve("a.png"), in.resolve("b.tif"), in.resolve("d.tif")),
			summary.failed().stream().map(FileFailure::path).toList());
		for (final FileFailure failure : summary.failed())
			assertTrue(failure.sentence().contains(failure.path().toString()) && failure.sentence().endsWith("."),
				failure.sentence());
	}

	@Test
	void foldersWithoutImages() throws IOException {
		final BatchSummary summary = run(in);
		assertTrue(summary.failed().get(0).sentence().contains("no images"));
	}

	/** Also checks a run for a shard without files. */
	@Test
	void aRunWithoutFilesLeavesNothingBehind() throws IOException {
		final Log log = new Log();
		final BatchSummary summary = DerainFiles.plan(List.of(temp.resolve("missing"), in), out).run(derainer, log);
		assertEquals(2, summary.failed().size());
		assertEquals(List.of("failed missing", "failed in"), log.events);
		assertFalse(Files.exists(temp.resolve("deep")));
		Files.createDirectories(out);
		run(temp.resolve("missing"));
		try (Stream<Path> left = Files.list(out)) {
			assertEquals(0, left.count());
		}
	}

	@Test
	void unreadableFolder() {
		// the superuser may read everything
		if (in.toFile().setReadable(false) && !Files.isReadable(in))
			assertTrue(run(in).failed().get(0).sentence().contains("cannot be read"));
	}

	@Test
	void inputsAreNotOverwritten() throws IOException {
		final Path image = color(in.resolve("a.png"));
		final byte[] before = Files.readAllBytes(image);
		assertThrows(DrsformerException.class, () -> DerainFiles.plan(List.of(in), in));
		assertThrows(DrsformerException.class, () -> DerainFiles.plan(List.of(image), in.resolve("../in")));
		assertEquals(before.length, Files.size(image));
	}

	@Test
	void nothingNextToAnInputIsOverwritten() throws IOException {
		color(in.resolve("a.png"));
		final Path photo = color(in.resolve("a.jpg"));
		assertThrows(DrsformerException.class, () -> DerainFiles.plan(List.of(photo), in));
		Files.delete(in.resolve("a.png"));
		DerainFiles.plan(List.of(photo), in).run(derainer, new Log());
		assertEquals(List.of("a.jpg", "a.png"), names(in));
	}

	@Test
	void inputsElsewhereThatAreOutputs() throws IOException {
		Files.createDirectories(out);
		final Path first = color(in.resolve("a.png"));
		final Path second = color(out.resolve("A.png"));
		assertThrows(DrsformerException.class, () -> DerainFiles.plan(List.of(first, second), out));
	}

	@Test
	void inputsThatAreResultsOfOthers() throws IOException {
		final Path other = Files.createDirectory(temp.resolve("other"));
		color(in.resolve("a.png"));
		color(other.resolve("b.png"));
		final Path result = color(Files.createDirectories(out.resolve("in")).resolve("a.png"));
		assertThrows(DrsformerException.class, () -> DerainFiles.plan(List.of(in, other, result), out));
		DerainFiles.plan(List.of(in, other), out);
	}

	@Test
	void collisionsAreFailures() {
		color(in.resolve("a.png"));
		color(in.resolve("a.jpg"));
		final BatchSummary summary = run(in);
		assertEquals(2, summary.failed().size());
		assertTrue(summary.failed().get(0).sentence().contains("a.jpg")
			&& summary.failed().get(0).sentence().contains("a.png"));
		assertFalse(Files.exists(out.resolve("a.png")));
	}

	@Test
	void whatIsDoneIsNotDoneAgain() throws IOException {
		color(in.resolve("a.png"));
		run(in);
		final BatchSummary again = run(in);
		assertEquals(0, again.done().size());
		assertEquals(1, again.skipped());
		assertTrue(again.isComplete());
		assertEquals(List.of("a.png"), names(out));
	}

	@Test
	void outputFolderThatIsAFile() throws IOException {
		color(in.resolve("a.png"));
		Files.createDirectory(temp.resolve("deep"));
		Files.writeString(out, "in the way");
		assertThrows(DrsformerException.class, () -> run(in));
		out = out.resolve("below");
		assertThrows(DrsformerException.class, () -> run(in));
	}

	@Test
	void outputFolderThatCannotBeWritten() throws IOException {
		color(in.resolve("a.png"));
		Files.createDirectories(out);
		// the superuser may write everywhere
		if (out.toFile().setWritable(false) && !Files.isWritable(out))
			assertThrows(DrsformerException.class, () -> run(in));
	}

	@Test
	void resultsThatTheFormatCannotHold() throws IOException {
		final Path stack = in.resolve("a.tif");
		final ImageStack planes = new ImageStack(8, 8);
		planes.addSlice(new ByteProcessor(8, 8));
		planes.addSlice(new ByteProcessor(8, 8));
		ImageFiles.write(new ImagePlus("stack", planes), stack);
		Files.move(stack, in.resolve("a.png"));
		assertTrue(run(in).failed().get(0).sentence().contains("cannot hold a stack"));
	}

	@Test
	void cancelledRunsLeaveNoHalfFiles() throws IOException {
		color(in.resolve("a.png"));
		color(in.resolve("b.png"));
		final BatchListener cancelling = new Log() {

			@Override
			public void update(final double fraction) {
				if (fraction > 0.7)
					throw new CancellationException();
			}
		};
		assertThrows(CancellationException.class, () -> DerainFiles.plan(List.of(in), out).run(derainer, cancelling));
		assertEquals(List.of("a.png"), names(out));
	}
}
