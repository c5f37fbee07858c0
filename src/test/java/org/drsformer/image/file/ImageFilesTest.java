package org.drsformer.image.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.drsformer.DrsformerException;
import org.drsformer.image.DeepColor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

class ImageFilesTest {

	private static final int WIDTH = 7;
	private static final int HEIGHT = 5;

	@TempDir
	private Path folder;

	private static ImageProcessor random(final ImageProcessor plane) {
		final Random random = new Random(1);
		for (int i = 0; i < plane.getPixelCount(); i++)
			plane.set(i, plane instanceof ColorProcessor ? random.nextInt() | 0xff000000
				: random.nextInt(1 << Math.min(16, plane.getBitDepth())));
		return plane;
	}

	private static ImagePlus gray8() {
		return new ImagePlus("gray", random(new ByteProcessor(WIDTH, HEIGHT)));
	}

	private static ImagePlus gray16() {
		return new ImagePlus("deep", random(new ShortProcessor(WIDTH, HEIGHT)));
	}

	private static ImagePlus color() {
		return new ImagePlus("color", random(new ColorProcessor(WIDTH, HEIGHT)));
	}

	private static ImagePlus float32() {
		return new ImagePlus("float", random(new ByteProcessor(WIDTH, HEIGHT)).convertToFloat());
	}

	private static ImagePlus rgb48() {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (final String label : new String[] { "Red", "Green", "Blue" })
			stack.addSlice(label, random(new ShortProcessor(WIDTH, HEIGHT)));
		stack.getProcessor(2).invert();
		final ImagePlus image = new ImagePlus("48", stack);
		image.setDimensions(3, 1, 1);
		return new CompositeImage(image, CompositeImage.COMPOSITE);
	}

	private ImagePlus writtenAndRead(final ImagePlus image, final String name) {
		ImageFiles.write(image, folder.resolve(name));
		return ImageFiles.read(folder.resolve(name));
	}

	private static void assertSame(final ImagePlus expected, final ImagePlus actual) {
		assertEquals(expected.getType(), actual.getType());
		assertEquals(expected.getWidth(), actual.getWidth());
		assertEquals(expected.getHeight(), actual.getHeight());
		assertEquals(expected.getStackSize(), actual.getStackSize());
		for (int i = 1; i <= expected.getStackSize(); i++)
			for (int p = 0; p < WIDTH * HEIGHT; p++)
				assertEquals(expected.getStack().getProcessor(i).get(p), actual.getStack().getProcessor(i).get(p));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.png", "a.PNG", "a.bmp", "a.tif", "a.TIFF" })
	void losslessFormats(final String name) {
		assertSame(gray8(), writtenAndRead(gray8(), name));
		assertSame(color(), writtenAndRead(color(), name));
		assertEquals(name, ImageFiles.read(folder.resolve(name)).getTitle());
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.png", "a.tif" })
	void sixteenBits(final String name) {
		assertSame(gray16(), writtenAndRead(gray16(), name));
		final ImagePlus deepColor = writtenAndRead(rgb48(), name);
		assertSame(rgb48(), deepColor);
		assertTrue(DeepColor.isRgb48(deepColor));
	}

	@Test
	void realNumbers() {
		assertSame(float32(), writtenAndRead(float32(), "a.tif"));
	}

	@Test
	void jpeg() {
		final ImagePlus smooth = new ImagePlus("smooth", new ColorProcessor(16, 16));
		smooth.getProcessor().setColor(0xff8040);
		smooth.getProcessor().fill();
		final int pixel = writtenAndRead(smooth, "a.jpg").getProcessor().get(8, 8);
		assertEquals(0xff, pixel >> 16 & 0xff, 3);
		assertEquals(0x80, pixel >> 8 & 0xff, 3);
		assertEquals(0x40, pixel & 0xff, 3);
		assertEquals(ImagePlus.GRAY8, writtenAndRead(gray8(), "gray.jpeg").getType());
	}

	@Test
	void lookupTablesOfColorAreWrittenAsTheyLook() {
		final ImagePlus image = gray8();
		image.getProcessor().setLut(LUT.createLutFromColor(Color.RED));
		final ImagePlus read = writtenAndRead(image, "a.png");
		assertEquals(ImagePlus.COLOR_RGB, read.getType());
		assertEquals(0xff000000 | image.getProcessor().get(3) << 16, read.getProcessor().get(3));
	}

	@Test
	void contrastDoesNotChangeWhatIsWritten() {
		final ImagePlus image = gray8();
		image.getProcessor().setMinAndMax(100, 120);
		assertArrayEquals((byte[]) gray8().getProcessor().getPixels(),
			(byte[]) writtenAndRead(image, "a.png").getProcessor().getPixels());
	}

	@Test
	void contentDecidesNotTheName() throws IOException {
		ImageFiles.write(color(), folder.resolve("a.png"));
		Files.move(folder.resolve("a.png"), folder.resolve("b.jpg"));
		assertSame(color(), ImageFiles.read(folder.resolve("b.jpg")));
	}

	@Test
	void alphaIsLeftOut() throws IOException {
		final BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
		image.setRGB(0, 0, 0x00123456);
		image.setRGB(1, 0, 0x80abcdef);
		ImageIO.write(image, "png", folder.resolve("a.png").toFile());
		final ImageProcessor read = ImageFiles.read(folder.resolve("a.png")).getProcessor();
		assertArrayEquals(new int[] { 0xff123456, 0xffabcdef }, (int[]) read.getPixels());
	}

	@Test
	void palettes() throws IOException {
		final byte[] shades = { 0, 100, (byte) 200, (byte) 255 };
		final byte[] none = new byte[4];
		checkPalette(new IndexColorModel(2, 4, shades, shades, shades), ImagePlus.GRAY8, 200);
		checkPalette(new IndexColorModel(2, 4, shades, none, none, 1), ImagePlus.COLOR_RGB, 0xff000000 | 200 << 16);
	}

	private void checkPalette(final IndexColorModel palette, final int type, final int pixel) throws IOException {
		final BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
		image.getRaster().setSample(3, 0, 0, 2);
		ImageIO.write(image, "png", folder.resolve("a.png").toFile());
		final ImagePlus read = ImageFiles.read(folder.resolve("a.png"));
		assertEquals(type, read.getType());
		assertEquals(pixel, read.getProcessor().get(3, 0));
	}

	@Test
	void interlacedPng() throws IOException {
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		final ImageWriteParam parameters = writer.getDefaultWriteParam();
		parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
		try (ImageOutputStream out = ImageIO.createImageOutputStream(folder.resolve("a.png").toFile())) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(color().getBufferedImage(), null, null), parameters);
		}
		writer.dispose();
		assertSame(color(), ImageFiles.read(folder.resolve("a.png")));
	}

	@ParameterizedTest
	@CsvSource({ "a.png, a.png", "x.y.JPG, x.y.png", "b.jpeg, b.png", "c.tiff, c.tiff", "d.BMP, d.BMP", "e.gif, e.png",
		"f.WebP, f.png", "g.pgm, g.png", "h.ppm, h.png" })
	void outputNames(final String input, final String output) {
		assertEquals(output, ImageFiles.outputName(Path.of("folder", input)));
	}

	@Test
	void imageNames() {
		assertTrue(ImageFiles.isImageName(Path.of("a.b.TIF")));
		assertFalse(ImageFiles.isImageName(Path.of("png")));
		assertFalse(ImageFiles.isImageName(Path.of("notes.txt")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.jpg", "a.png", "a.bmp" })
	void whatAFormatCannotHold(final String name) {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		stack.addSlice(gray8().getProcessor());
		stack.addSlice(gray8().getProcessor());
		assertRefused(new ImagePlus("stack", stack), name);
		assertRefused(float32(), name);
		if (!name.equals("a.png"))
			assertRefused(gray16(), name);
	}

	private void assertRefused(final ImagePlus image, final String name) {
		final Path file = folder.resolve(name);
		final DrsformerException failure = assertThrows(DrsformerException.class, () -> ImageFiles.write(image, file));
		assertTrue(failure.getMessage().contains(".tif"), failure.getMessage());
		assertFalse(Files.exists(file));
	}

	@Test
	void unknownEndings() {
		assertThrows(DrsformerException.class, () -> ImageFiles.write(gray8(), folder.resolve("a.gif")));
	}
}
