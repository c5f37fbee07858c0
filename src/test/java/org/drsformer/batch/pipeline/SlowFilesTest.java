package org.drsformer.batch.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.drsformer.batch.BatchSummary;
import org.drsformer.batch.ChangedSettings;
import org.drsformer.batch.DerainFiles;
import org.drsformer.batch.FileImages;
import org.drsformer.batch.job.FileFailure;
import org.drsformer.batch.job.FileResult;
import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.TestModels;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.content.ReadTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ImageProcessor;

/** Files whose reading never ends, or ends long after the run has gone on. */
class SlowFilesTest {

	private static final List<String> SLOW = List.of("b-slow.png", "c-slow.tif", "d-slow.tif");

	@TempDir
	private Path temp;
	private Path in;
	private Path out;

	private final CountDownLatch released = new CountDownLatch(1);
	private final CountDownLatch ended = new CountDownLatch(SLOW.size());

	/** The last plane takes forever. */
	private final class SlowStack extends VirtualStack {

		private final ImageStack planes;

		SlowStack(final ImageStack planes) {
			super(planes.getWidth(), planes.getHeight());
			setBitDepth(planes.getBitDepth());
			this.planes = planes;
		}

		@Override
		public ImageProcessor getProcessor(final int number) {
			if (number == planes.getSize())
				dawdle();
			return planes.getProcessor(number);
		}

		@Override
		public int getSize() {
			return planes.getSize();
		}

		@Override
		public String getSliceLabel(final int number) {
			return null;
		}
	}

	@BeforeEach
	void images() throws IOException {
		in = Files.createDirectory(temp.resolve("in"));
		out = temp.resolve("out");
		for (final String name : List.of("a.png", "b-slow.png", "e.png"))
			FileImages.color(in.resolve(name), name.length());
		// 16 bits are looked through for their range first
		ImageFiles.write(FileImages.stack(4), in.resolve("c-slow.tif"));
		final ImageStack colors = new ImageStack();
		for (int i = 0; i < 4; i++)
			colors.addSlice(ImageFiles.read(in.resolve("a.png")).getProcessor());
		ImageFiles.write(new ImagePlus("colors", colors), in.resolve("d-slow.tif"));
	}

	/** Ignores interruptions, as native code and endless loops do. */
	private void dawdle() {
		boolean waiting = true;
		while (waiting)
			try {
				released.await();
				waiting = false;
			}
			catch (final InterruptedException ignored) {
				continue;
			}
		ended.countDown();
	}

	private ImagePlus open(final Path file) {
		final String name = file.getFileName().toString();
		if (name.equals("b-slow.png"))
			dawdle();
		final ImagePlus image = ImageFiles.read(file);
		return image.getStackSize() == 1 ? image : new ImagePlus(name, new SlowStack(image.getStack()));
	}

	@Test
	void doNotStopTheOthers() throws IOException, InterruptedException {
		final List<FileResult> results = new ArrayList<>();
		final BatchSettings settings = ChangedSettings.withTime(BatchSettings.of(List.of(in), out), new ReadTime(1));
		try (Derainer derainer = TestModels.derainer(TestModels.COLOR)) {
			final BatchSummary summary = assertTimeoutPreemptively(Duration.ofSeconds(60),
				() -> DerainFiles.plan(settings)
					.runWith((jobs, limit, time, listener) -> new BatchPipeline(derainer, this::open, time, listener)
						.derainAll(jobs), derainer.settings(), FileImages.SILENT, results::add));
			assertEquals(List.of(out.resolve("a.png"), out.resolve("e.png")), summary.done());
			assertEquals(SLOW,
				summary.failed().stream().map(failure -> failure.path().getFileName().toString()).toList());
			for (final FileFailure failure : summary.failed())
				assertEquals("The image " + failure.path() +
					" could not be read within 1 second; check whether it is damaged or" +
					" its disk does not respond, or allow more time for reading.", failure.sentence());
		}
		final List<String> names = FileImages.names(out);
		assertEquals(List.of("a.png", "drsformer-manifest.jsonl", "e.png"), names);
		final String manifest = Files.readString(out.resolve("drsformer-manifest.jsonl"));
		// those who were left alone come to their end now, and nobody hears of it
		released.countDown();
		assertTrue(ended.await(20, TimeUnit.SECONDS));
		TimeUnit.MILLISECONDS.sleep(100);
		assertEquals(5, results.size());
		assertEquals(names, FileImages.names(out));
		assertEquals(manifest, Files.readString(out.resolve("drsformer-manifest.jsonl")));
	}
}
