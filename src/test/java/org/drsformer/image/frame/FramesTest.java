package org.drsformer.image.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.complex.ComplexFloatType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

class FramesTest {

	@Test
	void furtherAxesAreFrames() {
		final RandomAccessibleInterval<?> image = Views.translate(ArrayImgs.unsignedBytes(counted(24), 1, 2, 3, 4), 5,
			-7, 1, 9);
		assertEquals(List.of("[0, 1]", "[2, 3]", "[4, 5]", "[6, 7]", "[8, 9]", "[10, 11]", "[12, 13]", "[14, 15]",
			"[16, 17]", "[18, 19]", "[20, 21]", "[22, 23]"), contents(Frames.of(image, Frames.NO_CHANNEL_AXIS)));
	}

	@Test
	void channelAxis() {
		final RandomAccessibleInterval<?> image = ArrayImgs.unsignedBytes(counted(12), 2, 3, 2, 1);
		assertEquals(List.of("[0, 2, 4, 6, 8, 10][1, 3, 5, 7, 9, 11]"), contents(Frames.of(image, 0)));
		assertEquals(List.of("[0, 1, 6, 7][2, 3, 8, 9][4, 5, 10, 11]"), contents(Frames.of(image, 1)));
		assertEquals(List.of("[0, 1, 2, 3, 4, 5][6, 7, 8, 9, 10, 11]"), contents(Frames.of(image, 2)));
		assertEquals(List.of("[0, 1, 2, 3, 4, 5]", "[6, 7, 8, 9, 10, 11]"), contents(Frames.of(image, 3)));
	}

	@Test
	void readsAndWritesColors() {
		final int[] pixels = { 0x7f0180ff, 0x00ff0203 };
		final Frames<?> frames = Frames.of(ArrayImgs.argbs(pixels, 2, 1), Frames.NO_CHANNEL_AXIS);
		assertEquals(List.of("[1, 255][128, 2][255, 3]"), contents(frames));
		frames.planes(0).get(1).forEach(pixel -> pixel.setReal(200));
		assertEquals(0x7f01c8ff, pixels[0]);
		assertEquals(0x00ffc803, pixels[1]);
	}

	@Test
	void refusesInvalidAxes() {
		assertThrows(DrsformerException.class, () -> Frames.of(ArrayImgs.argbs(2, 2), 0));
		assertThrows(DrsformerException.class, () -> Frames.of(ArrayImgs.floats(2, 2), 2));
		assertThrows(DrsformerException.class, () -> Frames.of(ArrayImgs.floats(2, 2), 1));
		assertThrows(DrsformerException.class, () -> Frames.of(ArrayImgs.floats(2), Frames.NO_CHANNEL_AXIS));
		final RandomAccessibleInterval<FloatType> empty = Views.interval(ArrayImgs.floats(2, 2), new long[2],
			new long[] { 1, -1 });
		assertThrows(DrsformerException.class, () -> Frames.of(empty, Frames.NO_CHANNEL_AXIS));
		final RandomAccessibleInterval<ComplexFloatType> complex = ArrayImgs.complexFloats(2, 2);
		assertThrows(DrsformerException.class, () -> Frames.of(complex, Frames.NO_CHANNEL_AXIS));
	}

	private static byte[] counted(final int count) {
		final byte[] bytes = new byte[count];
		for (int i = 0; i < count; i++)
			bytes[i] = (byte) i;
		return bytes;
	}

	private static <T extends RealType<T>> List<String> contents(final Frames<T> frames) {
		final List<String> contents = new ArrayList<>();
		for (long frame = 0; frame < frames.count(); frame++) {
			final StringBuilder text = new StringBuilder();
			for (final RandomAccessibleInterval<T> plane : frames.planes(frame))
				text.append(values(plane));
			contents.add(text.toString());
		}
		return contents;
	}

	private static <T extends RealType<T>> List<Integer> values(final RandomAccessibleInterval<T> plane) {
		final List<Integer> values = new ArrayList<>();
		Views.flatIterable(plane).forEach(pixel -> values.add((int) pixel.getRealDouble()));
		return values;
	}
}
