package org.drsformer.batch.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.drsformer.DrsformerException;
import org.drsformer.batch.FileImages;
import org.drsformer.batch.job.FileJob;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.TestModels;
import org.drsformer.image.ValueRange;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.content.ReadTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/** Small frames, which are derained side by side: everything is as if they were derained one by one. */
class SmallFramesTest {

	@TempDir
	private Path temp;
	private Path in;

	@BeforeEach
	void folder() throws IOException {
		in = Files.createDirectory(temp.resolve("in"));
	}

	private void images(final int count) {
		IntStream.range(0, count).forEach(i -> FileImages.color(in.resolve("%02d.png".formatted(i)), i, 48, 40));
	}

	/** A stack of float planes, one of which has a pixel that is not a number. */
	private ImagePlus stack(final int planes, final int damaged) {
		final ImageStack stack = new ImageStack(24, 16);
		for (int k = 0; k < planes; k++) {
			final FloatProcessor plane = new FloatProcessor(24, 16);
			for (int i = 0; i < plane.getPixelCount(); i++)
				plane.setf(i, k == damaged ? Float.NaN : i * 31 % 256 / (k + 1f));
			stack.addSlice(plane);
		}
		return new ImagePlus("stack", stack);
	}

	private static DerainSettings settings(final int threads) {
		return TestModels.settings(TestModels.COLOR).withThreads(threads).withRange(new ValueRange(0, 255));
	}

	private Events run(final int threads) throws IOException {
		return run(settings(threads), "out" + threads);
	}

	private Events run(final DerainSettings settings, final String out) throws IOException {
		return run(settings, out, new Events());
	}

	private Events run(final DerainSettings settings, final String out, final Events events) throws IOException {
		try (Derainer derainer = new Derainer(settings)) {
			new BatchPipeline(derainer, ImageFiles::open, new ReadTime(60), events).derainAll(jobs(out));
		}
		return events;
	}

	private List<FileJob> jobs(final String out) throws IOException {
		final Path folder = Files.createDirectory(temp.resolve(out));
		return FileImages.names(in)
			.stream()
			.map(name -> new FileJob(in.resolve(name), folder.resolve(name), name, 100, ""))
			.toList();
	}

	private void assertSame(final String out, final String other) throws IOException {
		assertEquals(FileImages.names(temp.resolve(out)), FileImages.names(temp.resolve(other)));
		for (final String name : FileImages.names(temp.resolve(out)))
			assertArrayEquals(Files.readAllBytes(temp.resolve(out).resolve(name)),
				Files.readAllBytes(temp.resolve(other).resolve(name)), name);
	}

	private static void assertNobodyWorks() {
		assertFalse(Thread.getAllStackTraces()
			.values()
			.stream()
			.flatMap(Arrays::stream)
			.anyMatch(call -> call.getClassName().equals(CleanFrame.class.getName())));
	}

	@Test
	void resultsAndCallsAreThoseOfOneThread() throws IOException {
		images(40);
		final Events one = run(1);
		assertEquals(40, one.results().stream().filter(result -> result.endsWith(" done")).count());
		for (final int threads : new int[] { 2, 4 }) {
			final Events several = run(threads);
			assertSame("out1", "out" + threads);
			assertEquals(one.begun(), several.begun());
			assertEquals(one.recorded(), several.recorded());
			assertEquals(one.results(), several.results());
			assertTrue(several.isOnOneThread());
			assertTrue(several.areTimesPlausible());
			assertEquals(1, several.latest(), 1e-9);
		}
	}

	@Test
	void damagedFilesFailAlone() throws IOException {
		images(9);
		Files.write(in.resolve("04.png"), Arrays.copyOf(Files.readAllBytes(in.resolve("04.png")), 90));
		final Events one = run(1);
		final Events several = run(3);
		assertEquals(one.begun(), several.begun());
		assertEquals(one.results(), several.results());
		assertEquals(List.of("04.png failed"), several.results().stream().filter(r -> r.endsWith("failed")).toList());
		assertSame("out1", "out3");
		assertEquals(8, FileImages.names(temp.resolve("out3")).size());
	}

	@Test
	void stacksAndLargeImagesKeepTheirOrder() throws IOException {
		images(3);
		ImageFiles.write(stack(13, -1), in.resolve("01a.tif"));
		FileImages.color(in.resolve("01b.png"), 7, 136, 128);
		ImageFiles.write(FileImages.stack(5), in.resolve("01c.tif"));
		final Events one = run(1);
		final Events several = run(2);
		assertSame("out1", "out2");
		assertEquals(one.begun(), several.begun());
		assertEquals(one.results(), several.results());
	}

	@Test
	void framesOfFailedFilesAreDropped() throws IOException {
		images(3);
		ImageFiles.write(stack(12, 5), in.resolve("01a.tif"));
		assertEquals(List.of("00.png done", "01.png done", "01a.tif failed", "02.png done"), run(1).results());
		final Events several = run(4);
		assertEquals(List.of("00.png done", "01.png done", "01a.tif failed", "02.png done"), several.results());
		assertSame("out1", "out4");
		assertEquals(List.of("00.png", "01.png", "02.png"), FileImages.names(temp.resolve("out4")));
	}

	/** A frame fails in the network while a later one of the same file fails to be read. */
	@Test
	void filesFailOnce() throws IOException {
		images(2);
		ImageFiles.write(stack(12, 3), in.resolve("00a.tif"));
		final Events events = new Events();
		try (Derainer derainer = new Derainer(settings(4))) {
			new BatchPipeline(derainer, SmallFramesTest::unreadableAtTheSixth, new ReadTime(60), events)
				.derainAll(jobs("out"));
		}
		assertEquals(List.of("00.png done", "00a.tif failed", "01.png done"), events.results());
		assertEquals(List.of("00.png", "00a.tif", "01.png"), events.begun());
	}

	private static ImagePlus unreadableAtTheSixth(final Path file) {
		final ImagePlus image = ImageFiles.read(file);
		if (image.getStackSize() == 1)
			return image;
		final VirtualStack stack = new VirtualStack(image.getWidth(), image.getHeight()) {

			@Override
			public ImageProcessor getProcessor(final int number) {
				if (number == 6)
					throw new DrsformerException("The plane is damaged.");
				return image.getStack().getProcessor(number);
			}

			@Override
			public int getSize() {
				return image.getStackSize();
			}

			@Override
			public String getSliceLabel(final int number) {
				return null;
			}
		};
		stack.setBitDepth(image.getBitDepth());
		return new ImagePlus(image.getTitle(), stack);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4 })
	void cancelledRunsLeaveNothingBehind(final int threads) throws IOException {
		images(20);
		ImageFiles.write(stack(12, -1), in.resolve("09a.tif"));
		final Events cancelling = new Events() {

			@Override
			public void update(final double fraction) {
				super.update(fraction);
				// within the stack
				if (fraction > 10.4 / 21)
					throw new CancellationException();
			}
		};
		assertThrows(CancellationException.class, () -> run(settings(threads), "out", cancelling));
		assertNobodyWorks();
		assertEquals(
			List.of("00.png", "01.png", "02.png", "03.png", "04.png", "05.png", "06.png", "07.png", "08.png", "09.png"),
			FileImages.names(temp.resolve("out")));
		assertEquals("09a.tif", cancelling.begun().get(cancelling.begun().size() - 1));
	}

	@Test
	void stopsBeforeTheNextFile() throws IOException {
		images(20);
		final Events stopping = new Events() {

			@Override
			public boolean isStopped() {
				return begun().size() == 5;
			}
		};
		run(settings(4), "out", stopping);
		assertNobodyWorks();
		assertEquals(5, stopping.begun().size());
		assertEquals(5, stopping.results().size());
		assertEquals(5, FileImages.names(temp.resolve("out")).size());
	}

	@Test
	void interruptedThreadsEndInGoodOrder() throws IOException {
		images(20);
		final Events interrupting = new Events() {

			@Override
			public void started(final FileJob job) {
				super.started(job);
				if (begun().size() == 7)
					Thread.currentThread().interrupt();
			}
		};
		assertThrows(CancellationException.class, () -> run(settings(3), "out", interrupting));
		assertTrue(Thread.interrupted());
		assertNobodyWorks();
		assertTrue(FileImages.parts(temp).isEmpty());
		assertEquals(7, interrupting.begun().size());
	}

	@Test
	void littleMemoryMeansFewerAtOnce() throws IOException {
		images(6);
		try (Derainer free = new Derainer(settings(4));
			Derainer some = new Derainer(settings(4).withMemory(32 << 20));
			Derainer little = new Derainer(settings(4).withMemory(8 << 20))) {
			assertEquals(4, free.smallFramesAtOnce());
			assertTrue(some.smallFramesAtOnce() > 1 && some.smallFramesAtOnce() < 4, "" + some.smallFramesAtOnce());
			assertEquals(1, little.smallFramesAtOnce());
		}
		for (final int mib : new int[] { 8, 32 }) {
			run(settings(1).withMemory(mib << 20), mib + "one");
			run(settings(4).withMemory(mib << 20), mib + "several");
			assertSame(mib + "one", mib + "several");
			assertEquals(6, FileImages.names(temp.resolve(mib + "several")).size());
		}
	}

	@Test
	void paddedSizesCount() {
		assertTrue(Derainer.isSmall(128, 128));
		assertTrue(Derainer.isSmall(121, 122));
		assertFalse(Derainer.isSmall(129, 121));
		assertFalse(Derainer.isSmall(1, 16384));
		assertFalse(Derainer.isSmall(Integer.MAX_VALUE, Integer.MAX_VALUE));
	}
}
