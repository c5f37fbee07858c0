package org.drsformer.derain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.drsformer.DrsformerException;
import org.drsformer.image.ImageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * A time-lapse that does not fit into memory, written plane by plane: of its frames only a few are there at any time. With
 * 500 frames: {@code mvn -Dtest=LongStackTest -Dframes=500 test}.
 */
class LongStackTest {

	private static final int FRAMES = Integer.getInteger("frames", 40);
	private static final int SIZE = 8;
	private static final int MOST_AT_A_TIME = 8;

	private final List<WeakReference<ImageProcessor>> made = new ArrayList<>();

	@TempDir
	private Path folder;

	/** Makes its frames when they are asked for, and remembers which are still there. */
	private ImagePlus film() {
		final VirtualStack stack = new VirtualStack(SIZE, SIZE, null, "") {

			@Override
			public int getSize() {
				return FRAMES;
			}

			@Override
			public ImageProcessor getProcessor(final int number) {
				final ShortProcessor frame = new ShortProcessor(SIZE, SIZE);
				for (int i = 0; i < SIZE * SIZE; i++)
					frame.set(i, (number * i * 7) % 4000);
				made.add(new WeakReference<>(frame));
				return frame;
			}

			@Override
			public String getSliceLabel(final int number) {
				return "t" + number;
			}
		};
		stack.setBitDepth(16);
		final ImagePlus film = new ImagePlus("film.tif", stack);
		film.setDimensions(1, 1, FRAMES);
		return film;
	}

	private void check(final Function<ImagePlus, ImageTarget> target) {
		final ImagePlus film = film();
		try (Derainer derainer = TestModels.derainer(TestModels.COLOR)) {
			final int[] counted = { 0 };
			final ImagePlus clean = new ImagePlusDerainer(film, ImageChoice.WHOLE, derainer, fraction -> {
				if (fraction > 0.9 && counted[0] == 0)
					counted[0] = present();
			}).into(target.apply(film), true).image();
			assertTrue(counted[0] > 0 && counted[0] <= MOST_AT_A_TIME, counted[0] + " frames at a time");
			assertTrue(clean.getStack().isVirtual());
			assertEquals(FRAMES, clean.getNFrames());
			assertEquals("t30", clean.getStack().getSliceLabel(30));
			assertEquals(16, clean.getStack().getProcessor(FRAMES).getBitDepth());
		}
	}

	private int present() {
		System.gc();
		return (int) made.stream().filter(frame -> frame.get() != null).count();
	}

	@Test
	void intoAFile() {
		check(film -> new NewFile(film, folder.resolve("clean.tif")));
		assertEquals(FRAMES, ImageFiles.read(folder.resolve("clean.tif")).getNFrames());
	}

	@Test
	void intoAFolder() {
		check(film -> new NewFolder(film, folder.resolve("clean")));
	}

	/** Nothing is left of what is not whole. */
	@Test
	void cancelled() {
		for (final boolean single : new boolean[] { true, false }) {
			final ImagePlus film = film();
			final Path place = folder.resolve(single ? "cancelled.tif" : "cancelled");
			try (Derainer derainer = TestModels.derainer(TestModels.COLOR)) {
				new ImagePlusDerainer(film, ImageChoice.WHOLE, derainer, fraction -> {
					if (fraction > 0.1)
						throw new DrsformerException("enough");
				}).into(single ? new NewFile(film, place) : new NewFolder(film, place), true);
			}
			catch (final DrsformerException enough) {
				final String[] files = (single ? folder : place).toFile().list((parent, name) -> name.contains("film") || name
					.contains("cancelled") && !name.equals("cancelled"));
				assertEquals(0, files.length);
			}
		}
	}
}
