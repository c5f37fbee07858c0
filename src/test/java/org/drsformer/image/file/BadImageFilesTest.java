package org.drsformer.image.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.drsformer.DrsformerException;
import org.drsformer.io.WholeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** Tests files that are not what they claim, and disks that cannot be written. */
class BadImageFilesTest {

	private static final int MUTATIONS = 400;

	@TempDir
	private Path folder;

	@Test
	void brokenLinks() throws IOException {
		final Path link = Files.createSymbolicLink(folder.resolve("link.png"), folder.resolve("gone.png"));
		final Path loop = Files.createSymbolicLink(folder.resolve("loop.png"), folder.resolve("loop.png"));
		for (final Path file : new Path[] { link, loop })
			assertEquals("The file " + file + " is a link to a file that does not exist; correct or remove the link.",
				assertThrows(DrsformerException.class, () -> ImageFiles.open(file)).getMessage());
	}

	private static ImagePlus noise() {
		final ImageProcessor plane = new ColorProcessor(40, 30);
		plane.noise(80);
		return new ImagePlus("noise", plane);
	}

	private Path write(final String name, final byte[] content) throws IOException {
		return Files.write(folder.resolve(name), content);
	}

	/** Returns the one sentence that names the file. */
	private static String refusal(final Path file) {
		final String sentence = assertThrows(DrsformerException.class, () -> ImageFiles.read(file)).getMessage();
		assertTrue(sentence.contains(file.toString()) && sentence.endsWith(".") && !sentence.contains("\n"), sentence);
		return sentence;
	}

	@Test
	void textNamedPng() throws IOException {
		final String sentence = refusal(write("a.png", "These are notes.".getBytes(StandardCharsets.UTF_8)));
		assertTrue(sentence.contains("not an image"), sentence);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.png", "a.jpg", "a.tif", "a.bmp" })
	void empty(final String name) throws IOException {
		assertTrue(refusal(write(name, new byte[0])).contains("empty"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.png", "a.jpg", "a.tif", "a.bmp" })
	void truncatedAnywhere(final String name) throws IOException {
		ImageFiles.write(noise(), folder.resolve(name));
		final byte[] whole = Files.readAllBytes(folder.resolve(name));
		for (int length = 1; length < whole.length - 100; length += 1 + length / 7)
			refusal(write(name, Arrays.copyOf(whole, length)));
		refusal(write(name, Arrays.copyOf(whole, whole.length / 2)));
		refusal(write(name, Arrays.copyOf(whole, whole.length - 100)));
	}

	@Test
	void truncatedStack() throws IOException {
		final ImageStack stack = new ImageStack(30, 20);
		for (int i = 0; i < 5; i++)
			stack.addSlice(new ShortProcessor(30, 20));
		final Path file = folder.resolve("a.tif");
		ImageFiles.write(new ImagePlus("stack", stack), file);
		final byte[] whole = Files.readAllBytes(file);
		for (int length = 1; length < 5 * 30 * 20 * 2; length += 1 + length / 7)
			refusal(write("a.tif", Arrays.copyOf(whole, length)));
	}

	@Test
	void missingAndFolders() {
		assertTrue(refusal(folder.resolve("none.png")).contains("no file"));
		assertTrue(refusal(folder).contains("not a file"));
	}

	@Test
	void unreadable() throws IOException {
		final Path file = write("a.png", new byte[10]);
		// root may read everything
		if (file.toFile().setReadable(false) && !Files.isReadable(file))
			assertTrue(refusal(file).contains("check its permissions"));
	}

	@ParameterizedTest
	@CsvSource({ "2000000000, 2000000000, too large", "20000, 20000, claims", "0, 5, damaged", "-5, 5, damaged" })
	void absurdSizesOfPng(final int width, final int height, final String expected) throws IOException {
		final ByteBuffer header = ByteBuffer.allocate(33)
			.put(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n' });
		header.putInt(13)
			.put("IHDR".getBytes(StandardCharsets.US_ASCII))
			.putInt(width)
			.putInt(height)
			.put(new byte[] { 8, 2, 0, 0, 0 });
		final CRC32 crc = new CRC32();
		crc.update(header.array(), 12, 17);
		header.putInt((int) crc.getValue());
		final String sentence = refusal(write("a.png", Arrays.copyOf(header.array(), 100)));
		assertTrue(sentence.contains(expected), sentence);
	}

	@Test
	void absurdSizesOfJpeg() throws IOException {
		ImageFiles.write(noise(), folder.resolve("a.jpg"));
		final byte[] jpeg = Files.readAllBytes(folder.resolve("a.jpg"));
		for (int i = 0; i < jpeg.length - 9; i++)
			if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0)
				ByteBuffer.wrap(jpeg).putShort(i + 5, (short) 20_000).putShort(i + 7, (short) 20_000);
		assertTrue(refusal(write("a.jpg", jpeg)).contains("claims 20000 x 20000"));
	}

	@Test
	void absurdSizesOfTiff() throws IOException {
		assertTrue(refusal(write("a.tif", tiff(100_000, 100_000, 0))).contains("too large"));
		assertTrue(refusal(write("a.tif", tiff(20_000, 20_000, 0))).contains("end is missing"));
		assertTrue(refusal(write("a.tif", tiff(0, 20, 0))).contains("damaged"));
	}

	@Test
	void directoriesInACircle() throws IOException {
		assertTrue(refusal(write("a.tif", tiff(2, 2, 8))).contains("circle"));
	}

	/** A TIFF file with one 8-bit plane and its directory at 8. */
	private static byte[] tiff(final int width, final int height, final int next) {
		final ByteBuffer file = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
		file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 5);
		final int[][] entries = { { 256, width }, { 257, height }, { 258, 8 }, { 273, 90 }, { 279, width * height } };
		for (final int[] entry : entries)
			file.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
		file.putInt(next);
		return file.array();
	}

	@Test
	void smallestTiff() throws IOException {
		final ImagePlus image = ImageFiles.read(write("a.tif", tiff(2, 2, 0)));
		assertEquals(2, image.getWidth());
	}

	/** Damage anywhere results in an image or in one sentence, within seconds. */
	@ParameterizedTest
	@ValueSource(strings = { "a.png", "a.jpg", "a.tif", "a.bmp" })
	void randomDamage(final String name) throws IOException {
		final Path file = folder.resolve(name);
		ImageFiles.write(noise(), file);
		final byte[] whole = Files.readAllBytes(file);
		final Random random = new Random(7);
		for (int i = 0; i < MUTATIONS; i++) {
			final byte[] damaged = whole.clone();
			for (int k = 0; k <= random.nextInt(3); k++)
				damaged[random.nextInt(i % 2 == 0 ? damaged.length : Math.min(damaged.length, 400))] = (byte) random
					.nextInt();
			DamagedFile.check(file, damaged);
		}
	}

	@Test
	void missingFolder() {
		final DrsformerException failure = assertThrows(DrsformerException.class,
			() -> ImageFiles.write(noise(), folder.resolve("none/a.png")));
		assertTrue(failure.getMessage().contains("no such folder"), failure.getMessage());
	}

	@Test
	void folderInTheWay() throws IOException {
		Files.createDirectories(folder.resolve("a.png/full"));
		assertThrows(DrsformerException.class, () -> ImageFiles.write(noise(), folder.resolve("a.png")));
		assertEquals(1, files());
	}

	/** A disk that is full after some bytes. */
	private static final class FullDisk extends OutputStream {

		private final OutputStream disk;
		private int room;

		private FullDisk(final Path file, final int room) throws IOException {
			disk = Files.newOutputStream(file);
			this.room = room;
		}

		@Override
		public void write(final int b) throws IOException {
			if (room-- <= 0)
				throw new IOException("No space left on device");
			disk.write(b);
		}

		@Override
		public void close() throws IOException {
			disk.close();
		}
	}

	@ParameterizedTest
	@CsvSource({ "a.png, 0", "a.png, 1000", "a.tif, 0", "a.tif, 3000", "a.jpg, 500", "a.bmp, 2000" })
	void fullDiskLeavesNoHalfFile(final String name, final int room) throws IOException {
		final Path file = write(name, new byte[] { 1, 2, 3 });
		final DrsformerException failure = assertThrows(DrsformerException.class,
			() -> WholeFile.write(file, ImageFiles.content(noise(), file), part -> new FullDisk(part, room)));
		assertTrue(failure.getMessage().contains("No space left on device"), failure.getMessage());
		assertEquals(1, files());
		assertEquals(3, Files.size(file));
	}

	private long files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.count();
		}
	}
}
