package org.drsformer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.ConstantUtils;
import net.imglib2.view.Views;

class FrameTensorTest {

	/** Width, height, and what numpy.pad(..., mode="reflect") returns for 0, 1, ... in the first row of 8. */
	@ParameterizedTest
	@CsvSource({ "1, 1, 00000000", "2, 3, 01010101", "3, 1, 01210121", "4, 9, 01232101", "5, 3, 01234321",
		"7, 8, 01234565", "8, 8, 01234567" })
	void paddingReflects(final int width, final int height, final String row) {
		final float[] pixels = new float[width * height];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i % width + 10 * (i / width);
		final FrameTensor frame = FrameTensor.read(List.of(ArrayImgs.floats(pixels, width, height)), ValueRange.UNIT,
			8);
		assertEquals(8, frame.width());
		assertEquals((height + 7) / 8 * 8, frame.height());
		for (int y = 0; y < frame.height(); y++)
			for (int x = 0; x < 8; x++)
				assertEquals(row.charAt(x) - '0' + 10 * reflected(y, height), frame.values()[8 * y + x]);
	}

	/** Reflects at one edge after the other. */
	private static int reflected(final int y, final int height) {
		int row = y;
		while (height > 1 && (row < 0 || row >= height))
			row = row < 0 ? -row : 2 * (height - 1) - row;
		return height == 1 ? 0 : row;
	}

	@Test
	void channelsAreNextToEachOther() {
		final FrameTensor frame = FrameTensor.read(List.of(ArrayImgs.unsignedBytes(new byte[] { 0, 51 }, 2, 1),
			ArrayImgs.unsignedBytes(new byte[] { 102, (byte) 255 }, 2, 1)), ValueRange.EIGHT_BIT, 1);
		assertArrayEquals(new float[] { 0, 0.4f, 0.2f, 1 }, frame.values());
	}

	@Test
	void eightBitsAreWhatTheOriginalSees() {
		final byte[] pixels = new byte[256];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (byte) i;
		final FrameTensor frame = FrameTensor.read(List.of(ArrayImgs.unsignedBytes(pixels, 256, 1)),
			ValueRange.EIGHT_BIT, 1);
		for (int i = 0; i < pixels.length; i++)
			assertEquals(i / 255f, frame.values()[i]);
	}

	@Test
	void integersRoundHalfToEvenAndClamp() {
		final float[] values = { -0.3f, 0.5f, 1.5f, 2.5f, 3.49f, 254.5f, 255.4f, 1e9f };
		final byte[] pixels = new byte[values.length];
		new FrameTensor(values, 1, values.length, 1).write(List.of(ArrayImgs.unsignedBytes(pixels, values.length, 1)),
			new ValueRange(0, 1));
		assertArrayEquals(new byte[] { 0, 0, 1, 1, 1, 1, 1, 1 }, pixels);
		for (int i = 0; i < values.length; i++)
			values[i] /= 256;
		new FrameTensor(values, 1, values.length, 1).write(List.of(ArrayImgs.unsignedBytes(pixels, values.length, 1)),
			new ValueRange(0, 256));
		assertArrayEquals(new byte[] { 0, 0, 2, 2, 3, (byte) 254, (byte) 255, (byte) 255 }, pixels);
	}

	@Test
	void twelveBitsStayTwelveBits() {
		final short[] pixels = new short[2];
		new FrameTensor(new float[] { 1.2f, 0.5f }, 1, 2, 1).write(List.of(ArrayImgs.unsignedShorts(pixels, 2, 1)),
			new ValueRange(0, 4095));
		assertArrayEquals(new short[] { 4095, 2048 }, pixels);
	}

	@Test
	void realNumbersAreNotClamped() {
		final float[] pixels = new float[3];
		new FrameTensor(new float[] { -0.5f, 0.25f, 2 }, 1, 3, 1).write(List.of(ArrayImgs.floats(pixels, 3, 1)),
			new ValueRange(10, 20));
		assertArrayEquals(new float[] { 5, 12.5f, 30 }, pixels);
	}

	@Test
	void readingAndWritingChangesNothing() {
		final byte[] bytes = new byte[13 * 9];
		new Random(1).nextBytes(bytes);
		final short[] shorts = new short[bytes.length];
		for (int i = 0; i < shorts.length; i++)
			shorts[i] = (short) (bytes[i] * 257);
		checkRoundTrip(ArrayImgs.unsignedBytes(bytes, 13, 9), ArrayImgs.unsignedBytes(13, 9));
		checkRoundTrip(ArrayImgs.unsignedShorts(shorts, 13, 9), ArrayImgs.unsignedShorts(13, 9));
		checkRoundTrip(ArrayImgs.shorts(shorts, 13, 9), ArrayImgs.shorts(13, 9));
		final RandomAccessibleInterval<UnsignedByteType> whole = ArrayImgs.unsignedBytes(bytes, 13, 9);
		checkRoundTrip(
			Views.zeroMin(Views.rotate(Views.interval(whole, new long[] { 2, 1 }, new long[] { 11, 7 }), 0, 1)),
			ArrayImgs.unsignedBytes(7, 10));
	}

	private static <T extends RealType<T>> void checkRoundTrip(final RandomAccessibleInterval<T> image,
		final RandomAccessibleInterval<T> copy)
	{
		final ValueRange range = ValueRange.of(image);
		FrameTensor.read(List.of(image), range, 8).write(List.of(copy), range);
		LoopBuilder.setImages(image, copy).forEachPixel((a, b) -> assertEquals(a.getRealDouble(), b.getRealDouble()));
	}

	@Test
	void meanOfChannels() {
		final FrameTensor mean = new FrameTensor(new float[] { 1, 2, 6, -1, 0, 4 }, 2, 1, 3).mean();
		assertArrayEquals(new float[] { 3, 1 }, mean.values());
		assertEquals(1, mean.channels());
	}

	@Test
	void pixelsThatAreNotNumbers() {
		assertThrows(DrsformerException.class,
			() -> FrameTensor.read(List.of(ArrayImgs.floats(new float[] { 0, Float.NaN }, 2, 1)), ValueRange.UNIT, 8));
	}

	@Test
	void refusesTooLargePlanesBeforeUsingMemory() {
		final RandomAccessibleInterval<UnsignedByteType> huge = ConstantUtils
			.constantRandomAccessibleInterval(new UnsignedByteType(), new FinalInterval(1L << 31, 1L << 31));
		final DrsformerException failure = assertThrows(DrsformerException.class,
			() -> FrameTensor.read(Collections.nCopies(3, huge), ValueRange.EIGHT_BIT, 8));
		assertTrue(failure.getMessage().contains("178 megapixels"), failure.getMessage());
	}
}
