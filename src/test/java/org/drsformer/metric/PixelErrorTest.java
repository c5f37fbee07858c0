package org.drsformer.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

class PixelErrorTest {

	private final Img<UnsignedByteType> zeros = ArrayImgs.unsignedBytes(3, 2);

	private final Img<UnsignedByteType> values = ArrayImgs.unsignedBytes(new byte[] { 0, 3, (byte) 255, 0, 0, 0 }, 3,
		2);

	@Test
	void errorsByHand() {
		assertEquals((9 + 65025) / 6.0, PixelError.mse(zeros, values));
		assertEquals(Math.sqrt((9 + 65025) / 6.0), PixelError.rmse(zeros, values));
		assertEquals(258 / 6.0, PixelError.mae(values, zeros));
		assertEquals(10 * Math.log10(65025 * 6 / 65034.0), Psnr.of(zeros, values), 1e-12);
		assertEquals(Double.POSITIVE_INFINITY, Psnr.of(zeros, zeros));
	}

	@Test
	void mapLiesWhereTheFirstImageLies() {
		final RandomAccessibleInterval<UnsignedByteType> moved = Views.translate(zeros, 10, 20);
		final RandomAccessibleInterval<DoubleType> map = PixelError.map(moved, values);
		assertEquals(10, map.min(0));
		assertEquals(255, map.getAt(12, 20).get());
	}

	@Test
	void rangeByType() {
		assertEquals(255, DataRange.of(zeros));
		assertEquals(255, DataRange.of(ArrayImgs.bytes(1, 1)));
		assertEquals(65535, DataRange.of(ArrayImgs.unsignedShorts(1, 1)));
		assertEquals(255, DataRange.of(ArrayImgs.argbs(1, 1)));
		assertThrows(DrsformerException.class, () -> DataRange.of(ArrayImgs.floats(1, 1)));
		assertThrows(DrsformerException.class, () -> Psnr.of(zeros, ArrayImgs.unsignedShorts(3, 2)));
	}

	@Test
	void refusesOtherSizes() {
		assertThrows(DrsformerException.class, () -> PixelError.mse(zeros, ArrayImgs.unsignedBytes(2, 3)));
		assertThrows(DrsformerException.class, () -> PixelError.map(zeros, ArrayImgs.unsignedBytes(3, 2, 1)));
	}

	@Test
	void meanCountsWhatItLeavesOut() {
		assertEquals(new Mean(3, 3, 1), Mean.of(2, Double.POSITIVE_INFINITY, 4));
		assertEquals(new Mean(Double.POSITIVE_INFINITY, 1, 1), Mean.of(Double.POSITIVE_INFINITY));
		assertEquals(new Mean(Double.NaN, 0, 0), Mean.of());
	}
}
