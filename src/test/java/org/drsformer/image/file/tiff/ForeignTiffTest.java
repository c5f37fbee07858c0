package org.drsformer.image.file.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.DamagedFile;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.content.JavaReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/** Tests TIFF files that Java wrote, and not ImageJ. */
class ForeignTiffTest {

	private static final int MUTATIONS = 200;

	@TempDir
	private Path folder;

	private static BufferedImage image(final int width, final int height, final int type) {
		final BufferedImage image = new BufferedImage(width, height, type);
		final Random random = new Random(3);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				for (int band = 0; band < image.getRaster().getNumBands(); band++)
					image.getRaster().setSample(x, y, band, x * 3 + y * 2 + random.nextInt(5));
		return image;
	}

	private Path write(final String compression, final boolean tiles, final List<BufferedImage> pages)
		throws IOException
	{
		final ImageWriter writer = JavaReaders.writerOf("tiff");
		final ImageWriteParam parameters = writer.getDefaultWriteParam();
		parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		parameters.setCompressionType(compression);
		if (tiles) {
			parameters.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
			parameters.setTiling(16, 16, 0, 0);
		}
		final Path file = folder.resolve("a.tif");
		Files.deleteIfExists(file);
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
			writer.setOutput(out);
			writer.prepareWriteSequence(null);
			for (final BufferedImage page : pages)
				writer.writeToSequence(new IIOImage(page, null, null), parameters);
			writer.endWriteSequence();
		}
		writer.dispose();
		return file;
	}

	private static void assertSame(final BufferedImage expected, final ImagePlus actual, final int slice) {
		final ImageProcessor plane = actual.getStack().getProcessor(slice);
		for (int y = 0; y < expected.getHeight(); y++)
			for (int x = 0; x < expected.getWidth(); x++) {
				final int[] bands = expected.getRaster().getPixel(x, y, (int[]) null);
				final int pixel = bands.length == 1 ? bands[0] : 0xff000000 | bands[0] << 16 | bands[1] << 8 | bands[2];
				assertEquals(pixel, plane.get(x, y));
			}
	}

	@ParameterizedTest
	@ValueSource(strings = { "LZW", "Deflate", "PackBits", "ZLib" })
	void compressed(final String compression) throws IOException {
		for (final int type : new int[] { BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB,
			BufferedImage.TYPE_USHORT_GRAY }) {
			final BufferedImage page = image(40, 30, type);
			final ImagePlus read = ImageFiles.read(write(compression, false, List.of(page, page)));
			assertEquals(2, read.getStackSize());
			assertSame(page, read, 1);
			assertSame(page, read, 2);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_USHORT_GRAY })
	void tiles(final int type) throws IOException {
		final BufferedImage page = image(40, 30, type);
		final Path file = write("LZW", true, List.of(page, page));
		assertSame(page, ImageFiles.read(file), 2);
		assertSame(page, ImageFiles.open(file), 2);
	}

	@Test
	void pagesThatDifferAreRefused() throws IOException {
		final Path file = write("LZW", false,
			List.of(image(40, 30, BufferedImage.TYPE_BYTE_GRAY), image(40, 31, BufferedImage.TYPE_BYTE_GRAY)));
		final DrsformerException failure = assertThrows(DrsformerException.class, () -> ImageFiles.read(file));
		assertTrue(failure.getMessage().contains("differ"), failure.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "LZW", "Deflate", "PackBits" })
	void randomDamage(final String compression) throws IOException {
		final BufferedImage page = image(40, 30, BufferedImage.TYPE_BYTE_GRAY);
		final Path file = write(compression, false, List.of(page, page));
		final byte[] whole = Files.readAllBytes(file);
		final Random random = new Random(7);
		for (int i = 0; i < MUTATIONS; i++) {
			final byte[] damaged = whole.clone();
			damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			DamagedFile.check(file, damaged);
		}
	}
}
