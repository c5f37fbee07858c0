package org.drsformer.image.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.image.SliceStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

/** Tests that stacks and videos written plane by plane equal those read and written at once. */
class PlaneWriterTest {

	private static final int WIDTH = 19;
	private static final int HEIGHT = 12;

	@TempDir
	private Path folder;

	private static ImagePlus stack(final int bits, final int count) {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int i = 0; i < count; i++) {
			final ImageProcessor plane = switch (bits) {
				case 8 -> new ByteProcessor(WIDTH, HEIGHT);
				case 16 -> new ShortProcessor(WIDTH, HEIGHT);
				case 24 -> new ColorProcessor(WIDTH, HEIGHT);
				default -> new FloatProcessor(WIDTH, HEIGHT);
			};
			for (int k = 0; k < WIDTH * HEIGHT; k++)
				if (bits == 24)
					plane.set(k, 0xff000000 | 0x010305 * (k + i & 31));
				else
					plane.setf(k, (k * 7 + i) % 251);
			stack.addSlice("label " + i, plane);
		}
		return new ImagePlus("stack", stack);
	}

	private static ImagePlus gray16(final int count) {
		final ImagePlus image = stack(16, count);
		image.getCalibration().pixelWidth = 0.25;
		image.getCalibration().pixelHeight = 0.5;
		image.getCalibration().setUnit("um");
		image.getCalibration().frameInterval = 1.5;
		image.setDimensions(1, 1, count);
		image.setDisplayRange(3, 200);
		return image;
	}

	private static ImagePlus composite() {
		final ImagePlus plain = stack(8, 12);
		plain.setDimensions(2, 2, 3);
		final CompositeImage image = new CompositeImage(plain, CompositeImage.COMPOSITE);
		image.setOpenAsHyperStack(true);
		image.setChannelLut(LUT.createLutFromColor(Color.MAGENTA), 1);
		image.setChannelLut(LUT.createLutFromColor(Color.CYAN), 2);
		image.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
		image.setProp("camera", "north");
		image.setProperty("Info", "taken in the rain");
		return image;
	}

	private static ImagePlus palette() {
		final ImagePlus image = stack(8, 3);
		image.getStack().setColorModel(LUT.createLutFromColor(Color.ORANGE));
		image.getProcessor().setColorModel(LUT.createLutFromColor(Color.ORANGE));
		return image;
	}

	private static ImagePlus rgb48() {
		final ImagePlus image = stack(16, 3);
		image.getStack().setSliceLabel("Red", 1);
		image.setDimensions(3, 1, 1);
		return new CompositeImage(image, CompositeImage.COMPOSITE);
	}

	private static Stream<ImagePlus> images() {
		return Stream.of(stack(8, 4), gray16(5), stack(24, 3), stack(32, 3), composite(), palette(), rgb48(),
			stack(8, 1));
	}

	private Path copy(final ImagePlus image, final Path file) {
		try (PlaneWriter writer = new PlaneWriter(image, file)) {
			for (int i = 1; i <= image.getStackSize(); i++)
				writer.append(image.getStack().getProcessor(i));
		}
		return file;
	}

	@ParameterizedTest
	@MethodSource("images")
	void tiffsEqualThoseWrittenAtOnce(final ImagePlus image) throws IOException {
		final Path file = folder.resolve("a.tif");
		ImageFiles.write(image, file);
		final ImagePlus whole = ImageFiles.read(file);
		final ImagePlus opened = ImageFiles.open(file);
		assertSame(whole, opened);
		final boolean simple = image.getStackSize() > 1 && !"Red".equals(image.getStack().getSliceLabel(1));
		assertEquals(simple, opened.getStack().isVirtual());
		ImageFiles.write(whole, folder.resolve("whole.tif"));
		copy(opened, folder.resolve("copy.tif"));
		assertArrayEquals(Files.readAllBytes(folder.resolve("whole.tif")),
			Files.readAllBytes(folder.resolve("copy.tif")));
	}

	private static void assertSame(final ImagePlus expected, final ImagePlus actual) {
		assertArrayEquals(expected.getDimensions(), actual.getDimensions());
		assertEquals(expected.getType(), actual.getType());
		assertEquals(expected.isHyperStack(), actual.isHyperStack());
		assertEquals(expected.getTitle(), actual.getTitle());
		assertEquals(text(expected.getCalibration()), text(actual.getCalibration()));
		assertEquals(expected.getCalibration().frameInterval, actual.getCalibration().frameInterval);
		for (int i = 1; i <= expected.getStackSize(); i++) {
			assertEquals(expected.getStack().getSliceLabel(i), actual.getStack().getSliceLabel(i));
			final ImageProcessor plane = actual.getStack().getProcessor(i);
			for (int k = 0; k < plane.getPixelCount(); k++)
				assertEquals(expected.getStack().getProcessor(i).getf(k), plane.getf(k));
		}
	}

	/** Returns the text of a calibration without its identity. */
	private static String text(final Calibration calibration) {
		return calibration.toString().replaceFirst("@[0-9a-f]+", "");
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 24 })
	void videos(final int bits) throws IOException {
		final ImagePlus video = stack(bits, 7);
		video.getCalibration().fps = 12.5;
		final Path file = copy(video, folder.resolve("a.avi"));
		final ImagePlus opened = ImageFiles.open(file);
		assertEquals(7, opened.getStackSize());
		assertEquals(12.5, opened.getCalibration().fps, 1e-9);
		for (int i = 1; i <= 7; i++)
			for (int k = 0; k < WIDTH * HEIGHT; k++)
				assertEquals(video.getStack().getProcessor(i).get(k) & 0xffffff,
					opened.getStack().getProcessor(i).get(k) & 0xffffff);
		ImageFiles.write(opened, folder.resolve("again.avi"));
		assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(folder.resolve("again.avi")));
		copy(opened, folder.resolve("a.tif"));
		assertEquals(7, ImageFiles.read(folder.resolve("a.tif")).getStackSize());
	}

	@Test
	void refusesWhatVideosCannotHold() {
		for (final ImagePlus image : List.of(stack(16, 2), stack(32, 2), composite()))
			assertTrue(assertThrows(DrsformerException.class, () -> new PlaneWriter(image, folder.resolve("a.avi")))
				.getMessage()
				.contains(".tif"));
	}

	@Test
	void damagedVideos() throws IOException {
		final Path file = copy(stack(8, 5), folder.resolve("a.avi"));
		final byte[] whole = Files.readAllBytes(file);
		for (int length = 12; length < whole.length; length += 1 + length / 5) {
			Files.write(file, Arrays.copyOf(whole, length));
			refusedOrRead(file);
		}
		Files.write(file, Arrays.copyOf(whole, whole.length - 400));
		assertThrows(DrsformerException.class, () -> readAll(file));
	}

	/** Damage anywhere results in a video or in one sentence, within seconds. */
	@Test
	void randomDamageOfVideos() throws IOException {
		final Path file = copy(stack(24, 3), folder.resolve("a.avi"));
		final byte[] whole = Files.readAllBytes(file);
		final Random random = new Random(11);
		for (int i = 0; i < 150; i++) {
			final byte[] damaged = whole.clone();
			damaged[12 + random.nextInt(i % 2 == 0 ? 220 : damaged.length - 12)] = (byte) random.nextInt();
			Files.write(file, damaged);
			refusedOrRead(file);
		}
	}

	private static void refusedOrRead(final Path file) {
		try {
			readAll(file);
		}
		catch (final DrsformerException refusal) {
			assertTrue(refusal.getMessage().contains(file.toString()) && refusal.getMessage().endsWith("."),
				refusal.getMessage());
		}
	}

	private static void readAll(final Path file) {
		final ImagePlus image = ImageFiles.open(file);
		for (int i = 1; i <= image.getStackSize(); i++)
			image.getStack().getProcessor(i);
	}

	@Test
	void damagedStacks() throws IOException {
		final Path file = folder.resolve("a.tif");
		ImageFiles.write(gray16(5), file);
		final byte[] whole = Files.readAllBytes(file);
		for (int length = 1; length < 5 * WIDTH * HEIGHT * 2; length += 1 + length / 7) {
			Files.write(file, Arrays.copyOf(whole, length));
			assertThrows(DrsformerException.class, () -> readAll(file));
		}
	}

	@Test
	void missingPlanesLeaveNoFile() throws IOException {
		final ImagePlus image = gray16(5);
		try (PlaneWriter writer = new PlaneWriter(image, folder.resolve("a.tif"))) {
			writer.append(image.getStack().getProcessor(1));
			writer.append(image.getStack().getProcessor(2));
		}
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(0, files.count());
		}
	}

	@Test
	void missingFolders() {
		final Path file = folder.resolve("none/a.tif");
		assertThrows(DrsformerException.class, () -> copy(gray16(50), file));
		assertThrows(DrsformerException.class, () -> copy(stack(8, 1), file));
		assertFalse(Files.exists(file));
	}

	/** A separate program with far less memory than the 60 MB that it copies. */
	@Test
	void constantMemory() throws IOException, InterruptedException {
		final Process copying = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx24m", "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"),
			LargeCopy.class.getName(), folder.toString()).redirectErrorStream(true)
			.redirectOutput(folder.resolve("log").toFile())
			.start();
		assertTrue(copying.waitFor(60, TimeUnit.SECONDS));
		assertEquals(0, copying.exitValue(), () -> read(folder.resolve("log").toFile()));
	}

	private static String read(final File file) {
		try {
			return Files.readString(file.toPath());
		}
		catch (final IOException failure) {
			return failure.toString();
		}
	}

	/** Makes a stack and copies it to TIFF and to AVI. */
	static final class LargeCopy {

		private static final int SIZE = 1000;
		private static final int PLANES = 60;

		private LargeCopy() {}

		public static void main(final String[] args) {
			final Path in = Path.of(args[0], "in.tif");
			ImageFiles.write(new ImagePlus("in", new SliceStack(SIZE, SIZE, 8, PLANES) {

				@Override
				public ImageProcessor slice(final int number) {
					final ImageProcessor plane = new ByteProcessor(SIZE, SIZE);
					plane.add(number);
					return plane;
				}
			}), in);
			copy(in, Path.of(args[0], "out.tif"));
			copy(in, Path.of(args[0], "out.avi"));
		}

		private static void copy(final Path in, final Path out) {
			final ImagePlus image = ImageFiles.open(in);
			try (PlaneWriter writer = new PlaneWriter(image, out)) {
				for (int i = 1; i <= PLANES; i++)
					writer.append(image.getStack().getProcessor(i));
			}
			final ImagePlus again = ImageFiles.open(out);
			if (again.getStackSize() != PLANES || again.getStack().getProcessor(PLANES).get(5) != PLANES)
				throw new IllegalStateException("not the same: " + out);
		}
	}
}
