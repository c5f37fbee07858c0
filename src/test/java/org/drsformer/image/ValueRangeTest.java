package org.drsformer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;

class ValueRangeTest {

	@ParameterizedTest
	@CsvSource({ "0..4095, 0, 4095", " 0.5 .. 2 , 0.5, 2", "-1..1, -1, 1", "-1e3..-2.5E+2, -1000, -250",
		".5..1., 0.5, 1" })
	void readsWhatUsersWrite(final String text, final double min, final double max) {
		assertEquals(new ValueRange(min, max), ValueRange.parse(text));
	}

	@Test
	void auto() {
		assertNull(ValueRange.parse("auto"));
		assertNull(ValueRange.parse(" Auto "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "4095", "0..", "..1", "0,4095", "0-255", "0...5x", "a..b", "5..5", "5..1", "NaN..1",
		"0..1e999" })
	void refusesAnythingElse(final String text) {
		final DrsformerException failure = assertThrows(DrsformerException.class, () -> ValueRange.parse(text));
		assertTrue(failure.getMessage().contains("value range"));
	}

	@Test
	void eightBits() {
		assertEquals(ValueRange.EIGHT_BIT, ValueRange.of(ArrayImgs.unsignedBytes(new byte[] { 1, 2 }, 2, 1)));
		assertEquals(ValueRange.EIGHT_BIT, ValueRange.of(ArrayImgs.argbs(new int[] { 1, 2 }, 2, 1)));
	}

	@ParameterizedTest
	@CsvSource({ "0, 255", "3, 255", "255, 255", "256, 511", "4095, 4095", "4096, 8191", "65535, 65535" })
	void sixteenBitsAreTheBitsThatAreUsed(final int largest, final double white) {
		assertEquals(new ValueRange(0, white),
			ValueRange.of(ArrayImgs.unsignedShorts(new short[] { 0, (short) largest, 1 }, 3, 1)));
	}

	@Test
	void oneRangeForAllFrames() {
		assertEquals(new ValueRange(0, 4095),
			ValueRange.of(ArrayImgs.unsignedShorts(new short[] { 7, 7, 4000, 7 }, 1, 1, 4)));
		assertEquals(new ValueRange(0, 4095),
			ValueRange.of(List.of(ArrayImgs.unsignedShorts(new short[] { 4000 }, 1, 1),
				ArrayImgs.unsignedShorts(new short[] { 7 }, 1, 1))));
	}

	@Test
	void signedIntegersBelowZero() {
		assertEquals(new ValueRange(-5, 1000), ValueRange.of(ArrayImgs.shorts(new short[] { -5, 1000 }, 2, 1)));
		assertEquals(new ValueRange(0, 1023), ValueRange.of(ArrayImgs.shorts(new short[] { 0, 1000 }, 2, 1)));
	}

	@Test
	void realNumbers() {
		assertEquals(ValueRange.UNIT, range(0.2f, 0.7f));
		assertEquals(ValueRange.UNIT, range(0, 1));
		assertEquals(new ValueRange(-0.5, 1), range(-0.5f, 1));
		assertEquals(new ValueRange(10, 1000), range(10, 1000));
	}

	@Test
	void constantRealNumbers() {
		assertEquals(ValueRange.UNIT, range(0.5f, 0.5f));
		assertEquals(new ValueRange(0, 1000), range(1000, 1000));
		assertEquals(new ValueRange(-3, 0), range(-3, -3));
	}

	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY })
	void pixelsThatAreNotNumbers(final float pixel) {
		final DrsformerException failure = assertThrows(DrsformerException.class, () -> range(0.5f, pixel));
		assertTrue(failure.getMessage().contains("NaN"));
	}

	@Test
	void viewsWithOffsets() {
		final RandomAccessibleInterval<?> image = Views.translate(ArrayImgs.floats(new float[] { 3, 4 }, 2, 1), 7, -9);
		assertEquals(new ValueRange(3, 4), ValueRange.of(image));
	}

	@Test
	void blackAndWhite() {
		final ValueRange range = new ValueRange(-10, 30);
		assertEquals(0, range.normalize(-10));
		assertEquals(1, range.normalize(30));
		assertEquals(10, range.restore(0.5));
	}

	private static ValueRange range(final float... pixels) {
		return ValueRange.of(ArrayImgs.floats(pixels, pixels.length, 1));
	}
}
