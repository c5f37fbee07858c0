package org.drsformer.image.file.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

import org.drsformer.DrsformerException;
import org.drsformer.image.ColorProfile;
import org.drsformer.image.file.ImageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** Tests small files that would take long or much memory, and files that contain less than they claim. */
class GuardTest {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final byte[] EXIF = { 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0,
		0, 0 };

	@TempDir
	private Path folder;

	private String refusal(final String name, final byte[] content) throws IOException {
		final Path file = Files.write(folder.resolve(name), content);
		return assertTimeoutPreemptively(SOON,
			() -> assertThrows(DrsformerException.class, () -> ImageFiles.open(file)).getMessage());
	}

	private static byte[] noise(final String name, final Path folder) throws IOException {
		final ImageProcessor plane = new ColorProcessor(40, 30);
		plane.noise(80);
		final Path file = folder.resolve("noise" + name);
		ImageFiles.write(new ImagePlus("noise", plane), file);
		return Files.readAllBytes(file);
	}

	private static ByteBuffer tiff(final int bytes) {
		final ByteBuffer file = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
		return file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
	}

	private static void entry(final ByteBuffer file, final int tag, final int count, final int value) {
		file.putShort((short) tag).putShort((short) 4).putInt(count).putInt(value);
	}

	/** Many pages of 2 x 2 pixels share one list of a megabyte. */
	@Test
	void directoriesThatShareAList() throws IOException {
		final int pages = 5000;
		final ByteBuffer file = tiff(1 << 20);
		for (int page = 0; page < pages; page++) {
			file.putShort((short) 5);
			entry(file, 256, 1, 2);
			entry(file, 257, 1, 2);
			entry(file, 258, 1, 8);
			entry(file, 273, 100_000, 500_000);
			entry(file, 279, 100_000, 500_000);
			file.putInt(page == pages - 1 ? 0 : file.position() + 4);
		}
		file.position(500_000);
		for (int i = 0; i < 100_000; i++)
			file.putInt(4);
		final String sentence = refusal("a.tif", file.array());
		assertTrue(sentence.contains("share"), sentence);
	}

	/** Each directory begins two bytes behind the one before and has the rest of the file as its entries. */
	@Test
	void directoriesThatOverlap() throws IOException {
		final ByteBuffer file = tiff(1 << 20);
		while (file.remaining() > 12)
			file.putShort((short) 1000);
		file.putInt(8 + 2 + 12_000, 12);
		assertTrue(refusal("a.tif", file.array()).contains("damaged"));
	}

	@ParameterizedTest
	@CsvSource({ "8, 100000, 5000", "32773, 20000, 20000", "5, 20000, 20000", "8, 20000, 20000" })
	void hugeClaims(final int compression, final int width, final int height) throws IOException {
		final ByteBuffer file = tiff(1000).putShort((short) 6);
		entry(file, 256, 1, width);
		entry(file, 257, 1, height);
		entry(file, 258, 1, 8);
		entry(file, 259, 1, compression);
		entry(file, 273, 1, 200);
		entry(file, 279, 1, 800);
		assertTrue(refusal("a.tif", file.array()).contains("more than fit into such a small file"));
	}

	/** ImageJ's metadata claims more parts than fit into it. */
	@Test
	void metadataOfTooManyParts() throws IOException {
		final ByteBuffer file = tiff(1000).putShort((short) 7);
		entry(file, 256, 1, 2);
		entry(file, 257, 1, 2);
		entry(file, 258, 1, 8);
		entry(file, 273, 1, 900);
		entry(file, 279, 1, 4);
		entry(file, 50838, 2, 800);
		entry(file, 50839, 20, 700);
		file.position(700).putInt(0x494a494a).putInt(5).putInt(Integer.MAX_VALUE);
		file.position(800).putInt(12).putInt(8);
		assertTrue(refusal("a.tif", file.array()).contains("metadata"));
	}

	private static byte[] withChunk(final byte[] png, final String type, final byte[] content) {
		final ByteBuffer chunk = ByteBuffer.allocate(content.length + 12)
			.putInt(content.length)
			.put(type.getBytes(StandardCharsets.US_ASCII))
			.put(content);
		final CRC32 sum = new CRC32();
		sum.update(chunk.array(), 4, content.length + 4);
		chunk.putInt((int) sum.getValue());
		return ByteBuffer.allocate(png.length + chunk.capacity())
			.put(png, 0, 33)
			.put(chunk.array())
			.put(png, 33, png.length - 33)
			.array();
	}

	/** Texts and profiles that would unpack to a thousand times their size are not unpacked. */
	@ParameterizedTest
	@ValueSource(strings = { "zTXt", "iCCP" })
	void bombsInPng(final String type) throws IOException {
		final ByteArrayOutputStream bomb = new ByteArrayOutputStream();
		bomb.writeBytes(new byte[] { 'a', 0, 0 });
		final Deflater deflater = new Deflater();
		final byte[] zeros = new byte[1 << 20];
		final byte[] buffer = new byte[1 << 16];
		for (int i = 0; i < 100; i++) {
			deflater.setInput(zeros);
			while (!deflater.needsInput())
				bomb.write(buffer, 0, deflater.deflate(buffer));
		}
		deflater.end();
		final Path file = Files.write(folder.resolve("a.png"),
			withChunk(noise(".png", folder), type, bomb.toByteArray()));
		assertTimeoutPreemptively(SOON, () -> assertEquals(40, ImageFiles.read(file).getWidth()));
	}

	@Test
	void checksumsOfPng() throws IOException {
		final byte[] png = noise(".png", folder);
		png[png.length - 30] ^= 1;
		assertTrue(refusal("a.png", png).contains("checksum"));
	}

	@Test
	void orientationOfPng() throws IOException {
		final Path file = Files.write(folder.resolve("a.png"), withChunk(noise(".png", folder), "eXIf", EXIF));
		assertEquals(30, ImageFiles.read(file).getWidth());
	}

	/** An invalid profile, or one for other colours, is not kept. */
	@Test
	void damagedProfiles() throws IOException {
		final Path file = Files.write(folder.resolve("a.png"),
			withChunk(noise(".png", folder), "iCCP", new byte[] { 'a', 0, 0, 1, 2, 3 }));
		assertNull(ColorProfile.of(ImageFiles.read(file)).bytes());
	}

	/** Padding before the end is harmless; other bytes are not. */
	@Test
	void bytesBeforeTheEndOfJpeg() throws IOException {
		final byte[] jpeg = noise(".jpg", folder);
		final ByteBuffer padded = ByteBuffer.allocate(jpeg.length + 50).put(jpeg, 0, jpeg.length - 2);
		padded.position(padded.capacity() - 2).put((byte) 0xff).put((byte) 0xd9);
		final Path file = Files.write(folder.resolve("a.jpg"), padded.array());
		assertEquals(40, ImageFiles.read(file).getWidth());
		Arrays.fill(padded.array(), jpeg.length - 2, jpeg.length + 48, (byte) 7);
		assertTrue(refusal("a.jpg", padded.array()).contains("extraneous"));
	}

	@Test
	void pnm() throws IOException {
		final Path file = Files.writeString(folder.resolve("a.pgm"), "P2 # gray\n2 2\n3\n0 1\n2 3\n");
		final ImageProcessor plane = ImageFiles.read(file).getProcessor();
		assertEquals(85, plane.get(1, 0));
		assertEquals(255, plane.get(1, 1));
		assertTrue(refusal("b.pgm", "P2 2 2 3 0 1 2 4 ".getBytes(StandardCharsets.US_ASCII)).contains("value of 4"));
		assertTrue(refusal("c.pgm", "P5 99999 99999 255 ".getBytes(StandardCharsets.US_ASCII)).contains("too large"));
		assertTrue(refusal("d.pgm", "P5 9999 9999 255 ".getBytes(StandardCharsets.US_ASCII)).contains("claims"));
	}

	/**
	 * Other readers and writers that are registered are not used, and the build does not register ours for others (see
	 * pom.xml).
	 */
	@ParameterizedTest
	@ValueSource(strings = { "png", "jpeg", "bmp", "gif", "tiff" })
	void usesJavasOwnReaders(final String format) throws IOException {
		final ImageReader reader = JavaReaders.of(format);
		final ImageWriter writer = JavaReaders.writerOf(format);
		assertEquals("java.desktop", reader.getClass().getModule().getName());
		assertEquals("java.desktop", writer.getClass().getModule().getName());
	}
}
