package org.drsformer.image.file.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

import org.drsformer.image.file.ImageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.ImagePlus;
import ij.process.ByteProcessor;

/** Tests photographs that were taken with the camera turned. */
class OrientationTest {

	private static final int WIDTH = 32;
	private static final int HEIGHT = 16;

	@TempDir
	private Path folder;

	/** Returns an image that is bright in the upper left quarter of the file. */
	private static ImagePlus corner() {
		final ByteProcessor plane = new ByteProcessor(WIDTH, HEIGHT);
		plane.setValue(200);
		plane.setRoi(0, 0, WIDTH / 2, HEIGHT / 2);
		plane.fill();
		return new ImagePlus("corner", plane);
	}

	/** Returns a directory with one entry, big-endian. */
	private static byte[] exif(final int orientation) {
		return ByteBuffer.allocate(26)
			.put((byte) 'M')
			.put((byte) 'M')
			.putShort((short) 42)
			.putInt(8)
			.putShort((short) 1)
			.putShort((short) 274)
			.putShort((short) 3)
			.putInt(1)
			.putShort((short) orientation)
			.putShort((short) 0)
			.putInt(0)
			.array();
	}

	private Path jpeg(final byte[] exif) throws IOException {
		final Path file = folder.resolve("a.jpg");
		ImageFiles.write(corner(), file);
		final byte[] plain = Files.readAllBytes(file);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final DataOutputStream data = new DataOutputStream(out);
		data.write(plain, 0, 2);
		data.writeShort(0xffe1);
		data.writeShort(2 + 6 + exif.length);
		data.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
		data.write(exif);
		data.write(plain, 2, plain.length - 2);
		return Files.write(file, out.toByteArray());
	}

	private Path png(final byte[] exif) throws IOException {
		final Path file = folder.resolve("a.png");
		ImageFiles.write(corner(), file);
		final byte[] plain = Files.readAllBytes(file);
		final byte[] chunk = ByteBuffer.allocate(4 + exif.length).putInt(0x65584966).put(exif).array();
		final CRC32 sum = new CRC32();
		sum.update(chunk);
		final int header = 8 + 25;
		final ByteBuffer out = ByteBuffer.allocate(plain.length + 8 + chunk.length)
			.put(plain, 0, header)
			.putInt(exif.length)
			.put(chunk)
			.putInt((int) sum.getValue())
			.put(plain, header, plain.length - header);
		return Files.write(file, out.array());
	}

	/** @param across whether the bright quarter is at the right, {@code down} whether it is at the bottom */
	@ParameterizedTest
	@CsvSource({ "1, false, false", "2, true, false", "3, true, true", "4, false, true", "5, false, false",
		"6, true, false", "7, true, true", "8, false, true", "9, false, false", "0, false, false" })
	void upright(final int orientation, final boolean across, final boolean down) throws IOException {
		final boolean turned = orientation >= 5 && orientation <= 8;
		for (final Path file : new Path[] { jpeg(exif(orientation)), png(exif(orientation)) }) {
			final ImagePlus image = ImageFiles.read(file);
			assertEquals(turned ? HEIGHT : WIDTH, image.getWidth());
			assertEquals(turned ? WIDTH : HEIGHT, image.getHeight());
			for (final boolean right : new boolean[] { false, true })
				for (final boolean low : new boolean[] { false, true }) {
					final int value = image.getProcessor()
						.get(image.getWidth() * (right ? 3 : 1) / 4, image.getHeight() * (low ? 3 : 1) / 4);
					assertEquals(right == across && low == down, value > 100, orientation + " " + right + " " + low);
				}
		}
	}

	/** A damaged block is ignored, and the image is read. */
	@Test
	void damagedBlocks() throws IOException {
		final Random random = new Random(5);
		for (int i = 0; i < 200; i++) {
			final byte[] exif = exif(6);
			for (int k = 0; k < 3; k++)
				exif[random.nextInt(exif.length)] = (byte) random.nextInt();
			ImageFiles.read(jpeg(Arrays.copyOf(exif, random.nextInt(exif.length + 1))));
		}
	}

	@Test
	void tiffPages() throws IOException {
		final Path file = folder.resolve("a.tif");
		final ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 6 * 12 + 4 + 6);
		tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8).putShort((short) 6);
		final int[][] entries = { { 256, 3 }, { 257, 2 }, { 258, 8 }, { 273, 86 }, { 274, 6 }, { 279, 6 } };
		for (final int[] entry : entries)
			tiff.putShort((short) entry[0])
				.putShort((short) (entry[0] == 274 ? 3 : 4))
				.putInt(1)
				.putInt(entry[0] == 274 ? entry[1] << 16 : entry[1]);
		tiff.putInt(0).put(new byte[] { 1, 2, 3, 4, 5, 6 });
		Files.write(file, tiff.array());
		final ImagePlus image = ImageFiles.open(file);
		assertEquals(2, image.getWidth());
		assertEquals(3, image.getHeight());
		assertEquals(4, image.getProcessor().get(0, 0));
		assertEquals(1, image.getProcessor().get(1, 0));
	}
}
