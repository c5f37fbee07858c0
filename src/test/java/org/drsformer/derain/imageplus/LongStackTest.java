package org.drsformer.derain.imageplus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import org.drsformer.DrsformerException;
import org.drsformer.batch.FileImages;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.TestModels;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.io.Opener;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * Derains a time-lapse that does not fit into memory, plane by plane: only a few frames are in memory at any time. With
 * 500 frames: {@code mvn -Dtest=LongStackTest -Dframes=500 test}.
 */
class LongStackTest {

	private static final int FRAMES = Integer.getInteger("frames", 40);
	private static final int SIZE = 8;
	private static final int MOST_AT_A_TIME = 8;

	private final List<WeakReference<ImageProcessor>> made = new ArrayList<>();

	@TempDir
	private Path folder;

	/** Makes its frames when they are needed, and counts those in memory. */
	private ImagePlus film() {
		return film(FRAMES);
	}

	private ImagePlus film(final int frames) {
		final VirtualStack stack = new VirtualStack(SIZE, SIZE, null, "") {

			@Override
			public int getSize() {
				return frames;
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
		film.setDimensions(1, 1, frames);
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
		check(film -> new NewFile(film, folder.resolve("clean.tif"), Task.DERAIN));
		assertEquals(FRAMES, ImageFiles.read(folder.resolve("clean.tif")).getNFrames());
	}

	@Test
	void intoAFolder() {
		check(film -> new NewFolder(film, folder.resolve("clean"), Task.DERAIN));
	}

	private void deraining(final ImagePlus film, final ImageTarget target, final double enough) {
		try (Derainer derainer = TestModels.derainer(TestModels.COLOR)) {
			new ImagePlusDerainer(film, ImageChoice.WHOLE, derainer, fraction -> {
				if (fraction > enough)
					throw new CancellationException();
			}).into(target, false);
		}
	}

	/** Writes into a file and into a folder. */
	@Test
	void cancellingKeepsTheResultsOfBefore() throws IOException {
		final Path file = folder.resolve("film.tif");
		final Path planes = folder.resolve("planes");
		deraining(film(5), new NewFile(film(5), file, Task.DERAIN), 2);
		deraining(film(5), new NewFolder(film(5), planes, Task.DERAIN), 2);
		final List<String> names = FileImages.names(planes);
		assertEquals(5, names.size());
		final byte[] whole = Files.readAllBytes(file);
		final byte[] plane = Files.readAllBytes(planes.resolve(names.get(0)));
		final ImagePlus other = film(5);
		other.setCalibration(new Calibration());
		other.getCalibration().pixelWidth = 7;
		assertThrows(CancellationException.class, () -> deraining(other, new NewFile(other, file, Task.DERAIN), 0.5));
		assertThrows(CancellationException.class,
			() -> deraining(other, new NewFolder(other, planes, Task.DERAIN), 0.5));
		assertArrayEquals(whole, Files.readAllBytes(file));
		assertEquals(names, FileImages.names(planes));
		assertArrayEquals(plane, Files.readAllBytes(planes.resolve(names.get(0))));
		deraining(other, new NewFolder(other, planes, Task.DERAIN), 2);
		assertEquals(names, FileImages.names(planes));
		assertEquals(7, ImageFiles.read(planes.resolve(names.get(0))).getCalibration().pixelWidth, 1e-4);
	}

	/** Refuses to replace the file or the planes that the image is read from. */
	@Test
	void anImageIsNotSavedOverItself() throws IOException {
		final Path file = FileImages.color(folder.resolve("cat.png"), 1);
		final ImagePlus cat = new Opener().openImage(file.toString());
		final Path link = Files.createSymbolicLink(folder.resolve("link.png"), file);
		for (final Path place : List.of(file, link))
			assertEquals(
				"The file " + place + " cannot be the result, because it is the image itself; choose another name or" +
					" folder.",
				assertThrows(DrsformerException.class, () -> deraining(cat, new NewFile(cat, place, Task.DERAIN), 2))
					.getMessage());
		final VirtualStack planes = new VirtualStack(16, 8, null, folder.toString());
		planes.addSlice("cat.png");
		planes.addSlice(FileImages.color(folder.resolve("dog-derained-0002.tif"), 2).getFileName().toString());
		final ImagePlus dog = new ImagePlus("dog", planes);
		assertTrue(
			assertThrows(DrsformerException.class, () -> deraining(dog, new NewFolder(dog, folder, Task.DERAIN), 2))
				.getMessage()
				.contains("dog-derained-0002.tif cannot be a plane of the result, because it is the image itself"));
	}

	/** Checks that nothing is left of an incomplete result. */
	@Test
	void cancelled() {
		for (final boolean single : new boolean[] { true, false }) {
			final ImagePlus film = film();
			final Path place = folder.resolve(single ? "cancelled.tif" : "cancelled");
			try (Derainer derainer = TestModels.derainer(TestModels.COLOR)) {
				new ImagePlusDerainer(film, ImageChoice.WHOLE, derainer, fraction -> {
					if (fraction > 0.1)
						throw new DrsformerException("enough");
				}).into(single ? new NewFile(film, place, Task.DERAIN) : new NewFolder(film, place, Task.DERAIN), true);
			}
			catch (final DrsformerException enough) {
				final String[] files = (single ? folder : place).toFile()
					.list((parent, name) -> name.contains("film")
						|| name.contains("cancelled") && !name.equals("cancelled"));
				assertEquals(0, files.length);
			}
		}
	}
}
