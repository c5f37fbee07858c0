package org.drsformer.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.batch.job.FileFailure;
import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.batch.settings.NameFilter;
import org.drsformer.batch.settings.OutputNames;
import org.drsformer.batch.settings.Shard;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.TestModels;
import org.drsformer.derain.imageplus.ImagePlusDerainer;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.content.PixelLimit;
import org.drsformer.model.Model;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;

/**
 * Runs over trees of folders that have everything users have: odd names, links, stacks, videos, and files that are not
 * images.
 */
class FolderTreesTest {

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
		out = temp.resolve("out");
	}

	private BatchSettings tree() {
		return BatchSettings.of(List.of(in), out).withRecursive(true);
	}

	private static BatchSummary run(final BatchSettings settings) {
		return DerainFiles.plan(settings).run(derainer, FileImages.SILENT);
	}

	private List<String> planned(final BatchSettings settings) {
		return DerainFiles.plan(settings).decide(derainer.settings()).stream().map(file -> file.job().name()).toList();
	}

	private Path image(final String name) throws IOException {
		final Path file = in.resolve(name);
		Files.createDirectories(file.getParent());
		return FileImages.color(file, name.length());
	}

	@Test
	void theTreeIsMirrored() throws IOException {
		for (final String name : List.of("r10.png", "r2.png", "b/c/deep.jpg", "b/r1.png", "a/r1.png", ".hidden/x.png"))
			image(name);
		assertEquals(List.of("r2.png", "r10.png", "a/r1.png", "b/r1.png", "b/c/deep.png"), planned(tree()));
		assertEquals(5, run(tree()).done().size());
		assertTrue(Files.exists(out.resolve("b/c/deep.png")));
		assertEquals(List.of("r2.png", "r10.png"), planned(BatchSettings.of(List.of(in), out)));
	}

	@Test
	void globs() throws IOException {
		for (final String name : List.of("a.png", "b.tif", "b.jpg", "north/a.png", "north/far/c.png", "south/a.png"))
			image(name);
		assertEquals(List.of("a.png", "north/a.png", "south/a.png"),
			planned(ChangedSettings.withNames(tree(), new NameFilter(List.of("a.*"), List.of()))));
		assertEquals(List.of("north/a.png", "north/far/c.png"),
			planned(ChangedSettings.withNames(tree(), new NameFilter(List.of("north/**"), List.of()))));
		assertEquals(List.of("b.tif", "north/far/c.png"),
			planned(ChangedSettings.withNames(tree(), new NameFilter(List.of(), List.of("a.png", "*.jpg")))));
		assertTrue(run(ChangedSettings.withNames(tree(), new NameFilter(List.of("z*"), List.of()))).failed()
			.get(0)
			.sentence()
			.contains("no images with such names"));
		assertTrue(assertThrows(DrsformerException.class, () -> new NameFilter(List.of("a{b"), List.of())).getMessage()
			.contains("a{b"));
	}

	@Test
	void formatsAndSuffixes() throws IOException {
		image("a.jpg");
		image("b.png");
		assertEquals(List.of("a-dry.tif", "b-dry.tif"),
			planned(tree().withOutputs(new OutputNames("tif", "-dry", false))));
		assertEquals(List.of("a.jpg", "b.jpg"), planned(tree().withOutputs(new OutputNames("jpg", "", false))));
		run(tree().withOutputs(new OutputNames("TIF", "", false)));
		assertEquals(16, ImageFiles.read(out.resolve("b.tif")).getWidth());
		for (final String wrong : List.of("gif", "tif/png"))
			assertThrows(DrsformerException.class, () -> new OutputNames(wrong, "", false));
		assertThrows(DrsformerException.class, () -> new OutputNames("", "/x", false));
	}

	@Test
	void linksThatRunInACircle() throws IOException {
		image("a/r.png");
		Files.createSymbolicLink(in.resolve("a/again"), in);
		Files.createSymbolicLink(in.resolve("self"), in.resolve("self"));
		Files.createSymbolicLink(in.resolve("dangling.png"), temp.resolve("nowhere.png"));
		final DerainFiles files = DerainFiles.plan(tree());
		assertEquals(1, files.notes().size());
		assertTrue(files.notes().get(0).contains("again") && files.notes().get(0).endsWith("."));
		final BatchSummary summary = run(tree());
		assertEquals(1, summary.done().size());
		assertEquals(1, summary.failed().size());
		assertTrue(summary.failed().get(0).sentence().contains("dangling.png"));
	}

	@Test
	void unreadableFolders() throws IOException {
		image("a.png");
		image("closed/b.png");
		// the superuser may read everything
		if (in.resolve("closed").toFile().setReadable(false) && !Files.isReadable(in.resolve("closed"))) {
			final BatchSummary summary = run(tree());
			assertEquals(1, summary.done().size());
			assertTrue(summary.failed().get(0).sentence().contains("closed")
				&& summary.failed().get(0).sentence().contains("cannot be read"));
		}
	}

	@Test
	void oddNames() throws IOException {
		final List<String> names = List.of("with space.png", "it's \"quoted\".png", "new\nline.png", "Grüße-雨-🌧.png",
			"comma,semi;colon.png", "-dash.png", "a.b.c.png", "tab\tbed.tif", "ende .png", "%n%s.png", "{a}[b]*?.png",
			"e\u0301.png");
		for (final String name : names)
			image(name);
		BatchSummary summary = run(tree());
		assertEquals(List.of(), summary.failed());
		assertEquals(names.size(), summary.done().size());
		for (final String name : names)
			assertTrue(Files.exists(out.resolve(name)), name);
		summary = run(tree());
		assertEquals(names.size(), summary.skipped());
		Files.writeString(in.resolve("new\nline.png"), "no image");
		final String sentence = run(tree()).failed().get(0).sentence();
		assertTrue(sentence.startsWith(in + "/new\\nline.png is not an image") && !sentence.contains("\n"), sentence);
	}

	@Test
	void longNamesAndPaths() throws IOException {
		final String name = "ü".repeat(125) + ".png";
		assertEquals(254, name.getBytes(StandardCharsets.UTF_8).length);
		image(name);
		final String deep = ("d".repeat(100) + "/").repeat(5) + "r.png";
		image(deep);
		assertEquals(2, run(tree()).done().size());
		assertTrue(Files.exists(out.resolve(deep)) && Files.exists(out.resolve(name)));
		final BatchSummary summary = run(tree().withOutputs(new OutputNames("", "-derained", false)));
		assertEquals(List.of(out.resolve(deep.replace("r.png", "r-derained.png"))), summary.done());
		assertTrue(summary.failed().get(0).sentence().contains("more than 255 bytes"));
		assertTrue(FileImages.parts(out).isEmpty());
	}

	@Test
	void filesThatAreNoImages() throws IOException {
		Files.write(in.resolve("zero.png"), new byte[0]);
		Files.writeString(in.resolve("text.jpg"), "text");
		huge(in.resolve("huge.png"));
		image("good.png");
		final BatchSummary summary = run(tree());
		assertEquals(1, summary.done().size());
		assertEquals(List.of("huge.png", "text.jpg", "zero.png"),
			summary.failed().stream().map(failure -> failure.path().getFileName().toString()).toList());
		assertTrue(summary.failed().get(0).sentence().contains("20000 x 20000"));
		assertTrue(summary.failed().get(2).sentence().contains("is empty"));
	}

	/** Writes only the header of a PNG file. */
	private static void huge(final Path file) throws IOException {
		final ByteBuffer png = ByteBuffer.allocate(100)
			.put(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n' })
			.putInt(13)
			.put("IHDR".getBytes(StandardCharsets.US_ASCII))
			.putInt(20_000)
			.putInt(20_000)
			.put(new byte[] { 8, 2, 0, 0, 0 });
		final CRC32 sum = new CRC32();
		sum.update(png.array(), 12, 17);
		Files.write(file, png.putInt((int) sum.getValue()).array());
	}

	@Test
	void limits() throws IOException {
		image("a.png");
		ImageFiles.write(FileImages.stack(3), in.resolve("b.tif"));
		final BatchSummary summary = run(ChangedSettings.withLimit(tree(), new PixelLimit(200)));
		assertEquals(List.of(out.resolve("a.png")), summary.done());
		final String sentence = summary.failed().get(0).sentence();
		assertTrue(sentence.contains("16 x 8") && sentence.contains("3 planes") && sentence.contains("200"), sentence);
		assertEquals(new PixelLimit(1_500_000), PixelLimit.parse("1.5m"));
		for (final String wrong : List.of("", "lots", "-5", "0", "5x"))
			assertThrows(DrsformerException.class, () -> PixelLimit.parse(wrong));
	}

	@Test
	void collisionsAreFailuresOfTheirOwn() throws IOException {
		image("a/r.jpg");
		image("a/r.png");
		image("b.png");
		final BatchSummary summary = run(tree());
		assertEquals(List.of(out.resolve("b.png")), summary.done());
		assertEquals(List.of("r.jpg", "r.png"),
			summary.failed().stream().map(failure -> failure.path().getFileName().toString()).toList());
		for (final FileFailure failure : summary.failed())
			assertTrue(failure.sentence()
				.contains(" would be written to " + out.resolve("a/r.png") + "; rename one, or keep the" +
					" endings in the names of the results."),
				failure.sentence());
		final BatchSummary both = run(tree().withOutputs(new OutputNames("", "", true)));
		assertEquals(List.of(out.resolve("a/r.jpg.png"), out.resolve("a/r.png")), both.done());
		assertTrue(both.isComplete());
	}

	@Test
	void aResultThatHasToBeAFolder() throws IOException {
		image("a/r.jpg");
		image("a/r.png/inside.png");
		final BatchSummary summary = run(tree());
		assertEquals(List.of(out.resolve("a/r.png/inside.png")), summary.done());
		final String sentence = summary.failed().get(0).sentence();
		assertTrue(sentence.contains("r.jpg") && sentence.contains("must be a folder"), sentence);
	}

	@Test
	void namesThatKeepTheirEndings() {
		for (final String[] name : new String[][] { { "", "", "a.jpg", "a.jpg.png" },
			{ "", "-dry", "a.JPEG", "a.JPEG-dry.png" }, { "", "-dry", "a.png", "a-dry.png" },
			{ "tif", "", "a.tif", "a.tif" }, { "tif", "", "a.tiff", "a.tiff.tif" }, { "png", "", "a.PNG", "a.png" },
			{ "jpg", "", "a.b.jpg", "a.b.jpg" } })
			assertEquals(name[3], new OutputNames(name[0], name[1], true).of(Path.of(name[2])), String.join(",", name));
	}

	@Test
	void aFileThatIsNamedTwiceIsDoneOnce() throws IOException {
		final Path file = image("a.png");
		final BatchSummary summary = run(BatchSettings.of(List.of(in, file, in.resolve(".").resolve("a.png")), out));
		assertEquals(List.of(out.resolve("a.png")), summary.done());
		assertTrue(summary.isComplete());
	}

	/** Tries the manifest of the whole and that of a shard. */
	@Test
	void resultsOfOtherRunsAmongTheInputs() throws IOException {
		image("a.png");
		image("b/c.png");
		run(BatchSettings.of(List.of(in), in.resolve("before")));
		for (int part = 1; part <= 2; part++)
			run(ChangedSettings.withShard(BatchSettings.of(List.of(in), in.resolve("b/parts")), new Shard(part, 2)));
		final DerainFiles files = DerainFiles.plan(tree());
		assertEquals(List.of("a.png", "b/c.png"), planned(tree()));
		assertEquals(List.of(in.resolve("b/parts"), in.resolve("before")),
			files.notes().stream().map(note -> Path.of(note.split(" ")[2])).toList());
		assertTrue(files.notes()
			.get(0)
			.endsWith(" has results of another run and was left out; name it as an input to derain them again."));
		assertEquals(List.of("a.png"), planned(BatchSettings.of(List.of(in.resolve("before")), out)));
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void pipesAreNotWaitedFor() throws IOException, InterruptedException {
		image("a.png");
		final List<Path> pipes = List.of(in.resolve("pipe.png"), temp.resolve("model.pth"),
			Files.createDirectory(out).resolve("drsformer-manifest-1-of-2.jsonl"));
		for (final Path pipe : pipes)
			assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
			final String manifest = assertThrows(DrsformerException.class, () -> run(tree())).getMessage();
			assertEquals(
				pipes.get(2) +
					" has the name of a manifest but is not a file; remove it, or choose another output folder.",
				manifest);
			Files.delete(pipes.get(2));
			final BatchSummary summary = run(tree());
			assertEquals(1, summary.done().size());
			assertEquals(pipes.get(0) + " is not a file; name an image file.", summary.failed().get(0).sentence());
			for (final Path model : List.of(pipes.get(1), Path.of("/dev/zero"))) {
				final String sentence = assertThrows(DrsformerException.class, () -> Model.of(model)).getMessage();
				assertTrue(sentence.contains(model.toString()) && sentence.contains("no"), sentence);
			}
			assertTrue(assertThrows(DrsformerException.class, () -> new BatchReport(pipes.get(1)).close()).getMessage()
				.contains("because it is a pipe or a device"));
		});
	}

	/** The result equals that of the whole stack: 16 bits, one value range, labels and times. */
	@Test
	void stacksAreStreamed() throws IOException {
		ImageFiles.write(FileImages.stack(5), in.resolve("a.tif"));
		assertEquals(1, run(tree()).done().size());
		final ImagePlus rainy = ImageFiles.read(in.resolve("a.tif"));
		ImageFiles.write(ImagePlusDerainer.derain(rainy, derainer, Progress.NONE), temp.resolve("whole.tif"));
		final ImagePlus expected = ImageFiles.read(temp.resolve("whole.tif"));
		final ImagePlus actual = ImageFiles.read(out.resolve("a.tif"));
		assertEquals(0.5, actual.getCalibration().frameInterval);
		assertEquals(5, actual.getNFrames());
		for (int i = 1; i <= 5; i++) {
			assertArrayEquals((short[]) expected.getStack().getPixels(i), (short[]) actual.getStack().getPixels(i));
			assertEquals("t=" + (i - 1), actual.getStack().getSliceLabel(i));
		}
	}

	@Test
	void videos() throws IOException {
		FileImages.color(in.resolve("frame.png"), 3);
		final ImagePlus video = video(3);
		video.getCalibration().fps = 20;
		ImageFiles.write(video, in.resolve("v.avi"));
		assertEquals(2, run(tree()).done().size());
		final ImagePlus result = ImageFiles.open(out.resolve("v.avi"));
		assertEquals(3, result.getStackSize());
		assertEquals(20, result.getCalibration().fps, 1e-9);
		final ImagePlus frame = ImageFiles.read(out.resolve("frame.png"));
		for (int i = 0; i < frame.getProcessor().getPixelCount(); i++)
			assertEquals(frame.getProcessor().get(i) & 0xffffff, result.getStack().getProcessor(2).get(i) & 0xffffff);
		run(tree().withOutputs(new OutputNames("tif", "", false)));
		assertEquals(3, ImageFiles.read(out.resolve("v.tif")).getStackSize());
	}

	/** The stack is read up to the damage, and nothing of its result is left. */
	@Test
	void stacksThatAreDamagedInTheMiddle() throws IOException {
		final Path file = in.resolve("v.avi");
		ImageFiles.write(video(20), file);
		final byte[] whole = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(whole, whole.length * 6 / 10));
		image("z.png");
		final BatchSummary summary = run(tree());
		assertEquals(List.of(out.resolve("z.png")), summary.done());
		assertEquals(1, summary.failed().size());
		assertFalse(Files.exists(out.resolve("v.avi")));
		assertTrue(FileImages.parts(out).isEmpty());
	}

	private ImagePlus video(final int frames) throws IOException {
		final ImagePlus frame = ImageFiles.read(FileImages.color(temp.resolve("frame.png"), 3));
		final ImageStack stack = new ImageStack();
		for (int i = 0; i < frames; i++)
			stack.addSlice(frame.getProcessor().duplicate());
		return new ImagePlus("video", stack);
	}
}
