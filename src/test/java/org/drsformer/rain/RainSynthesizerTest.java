package org.drsformer.rain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.image.FrameTensor;
import org.drsformer.image.ValueRange;
import org.drsformer.image.frame.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.LongType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

class RainSynthesizerTest {

	private static final RainSynthesizer HEAVY = new RainSynthesizer(RainPreset.RAIN200H, 11);

	private static <T extends RealType<T>> double[] values(final RandomAccessibleInterval<T> image) {
		return Views.flatIterable(image).stream().mapToDouble(RealType::getRealDouble).toArray();
	}

	private static FrameTensor frame(final int channels) {
		final float[] values = new float[41 * 37 * channels];
		final Random random = new Random(2);
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextFloat();
		return new FrameTensor(values, 37, 41, channels);
	}

	static Stream<NativeType<?>> types() {
		return Stream.of(new UnsignedByteType(), new ByteType(), new UnsignedShortType(), new ShortType(),
			new UnsignedIntType(), new IntType(), new LongType(), new FloatType(), new DoubleType());
	}

	/** What the formulas say, for each pixel of each type. */
	@ParameterizedTest
	@MethodSource("types")
	<T extends NativeType<T> & RealType<T>> void everyTypeIsKept(final T type) {
		final RandomAccessibleInterval<T> clean = new ArrayImgFactory<>(type).create(33, 29);
		final Random random = new Random(3);
		final boolean integers = type instanceof IntegerType;
		for (final T pixel : Views.flatIterable(clean))
			pixel.setReal(integers ? random.nextInt(101) : random.nextDouble());
		final ValueRange range = ValueRange.of(clean);
		final RandomAccessibleInterval<T> rainy = HEAVY.rainy(clean);
		assertEquals(type.getClass(), rainy.getType().getClass());
		final float[] drops = drops(33, 29);
		final double[] before = values(clean);
		final double[] after = values(rainy);
		for (int i = 0; i < after.length; i++) {
			final double white = range.min() +
				Math.min(1, range.normalize(before[i]) + drops[i]) * (range.max() - range.min());
			final double expected = drops[i] == 0 ? before[i]
				: integers ? Math.min(type.getMaxValue(), Math.rint(white)) : white;
			assertEquals(expected, after[i], integers ? 0 : 1e-6);
		}
		assertTrue(Arrays.stream(after).sum() > Arrays.stream(before).sum());
	}

	/** The rain of frame 0, as one sees it on a black image. */
	private static float[] drops(final int width, final int height) {
		final FrameTensor black = new FrameTensor(new float[width * height], height, width, 1);
		final float[] drops = HEAVY.rainy(black, 0).values();
		for (final float drop : drops)
			assertTrue(drop >= 0 && drop <= 1);
		return drops;
	}

	@Test
	void rgbIsAsItsChannelsAndKeepsAlpha() {
		final FrameTensor frame = frame(3);
		final int[] pixels = new int[41 * 37];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i % 256 << 24 | (int) (255 * frame.values()[3 * i]) << 16 | i * 7 % 256 << 8 | i * 3 % 256;
		final RandomAccessibleInterval<ARGBType> clean = ArrayImgs.argbs(pixels.clone(), 41, 37);
		final int[] rainy = Views.flatIterable(HEAVY.rainy(clean)).stream().mapToInt(ARGBType::get).toArray();
		for (int shift = 0; shift <= 16; shift += 8) {
			final byte[] channel = new byte[pixels.length];
			for (int i = 0; i < channel.length; i++)
				channel[i] = (byte) (pixels[i] >> shift);
			final double[] expected = values(HEAVY.rainy(ArrayImgs.unsignedBytes(channel, 41, 37)));
			for (int i = 0; i < channel.length; i++)
				assertEquals((int) expected[i], rainy[i] >> shift & 255);
		}
		for (int i = 0; i < pixels.length; i++)
			assertEquals(pixels[i] >>> 24, rainy[i] >>> 24);
		assertArrayEquals(pixels, Views.flatIterable(clean).stream().mapToInt(ARGBType::get).toArray(),
			"the input is left as it is");
	}

	@Test
	void framesHaveTheirOwnRainAndChannelsTheSame() {
		final RandomAccessibleInterval<FloatType> clean = ArrayImgs.floats(30, 20, 3, 2, 2);
		final RandomAccessibleInterval<FloatType> rainy = HEAVY.rainy(clean, 2, Progress.NONE);
		for (int t = 0; t < 4; t++) {
			final RandomAccessibleInterval<FloatType> frame = Views.hyperSlice(Views.hyperSlice(rainy, 4, t / 2), 3,
				t % 2);
			final double[] red = values(Views.hyperSlice(frame, 2, 0));
			assertArrayEquals(red, values(Views.hyperSlice(frame, 2, 2)));
			final float[] alone = HEAVY.rainy(new FrameTensor(new float[600], 20, 30, 1), t).values();
			assertArrayEquals(IntStream.range(0, 600).mapToDouble(i -> alone[i]).toArray(), red, 1e-6);
		}
		assertFalse(Arrays.equals(values(Views.hyperSlice(Views.hyperSlice(Views.hyperSlice(rainy, 4, 0), 3, 0), 2, 0)),
			values(Views.hyperSlice(Views.hyperSlice(Views.hyperSlice(rainy, 4, 0), 3, 1), 2, 0))));
	}

	@Test
	void aMovedIntervalHasTheSameRain() {
		final RandomAccessibleInterval<UnsignedByteType> clean = ArrayImgs.unsignedBytes(25, 18);
		final RandomAccessibleInterval<UnsignedByteType> moved = Views.translate(clean, -7, 1000);
		final RandomAccessibleInterval<UnsignedByteType> rainy = HEAVY.rainy(moved);
		assertArrayEquals(moved.minAsLongArray(), rainy.minAsLongArray());
		assertArrayEquals(values(HEAVY.rainy(clean)), values(rainy));
	}

	@Test
	void anyOrderAndAnyNumberOfThreads() {
		final FrameTensor clean = frame(3);
		final List<float[]> one = IntStream.range(0, 40).mapToObj(i -> HEAVY.rainy(clean, i).values()).toList();
		final List<float[]> many = IntStream.range(0, 40)
			.parallel()
			.mapToObj(i -> HEAVY.rainy(clean, i).values())
			.toList();
		for (int i = 39; i >= 0; i--)
			assertArrayEquals(one.get(i), many.get(i));
		assertFalse(Arrays.equals(one.get(0), one.get(1)));
	}

	@Test
	void namesHaveTheirOwnRain() {
		final FrameTensor clean = frame(1);
		assertArrayEquals(HEAVY.named("cat").rainy(clean, 0).values(), HEAVY.named("cat").rainy(clean, 0).values());
		assertFalse(
			Arrays.equals(HEAVY.named("cat").rainy(clean, 0).values(), HEAVY.named("dog").rainy(clean, 0).values()));
		assertEquals("Aa".hashCode(), "BB".hashCode());
		assertFalse(
			Arrays.equals(HEAVY.named("Aa").rainy(clean, 0).values(), HEAVY.named("BB").rainy(clean, 0).values()));
	}

	@Test
	void theRangeOfAStreamIsTheCallers() {
		final RandomAccessibleInterval<UnsignedShortType> frame = ArrayImgs.unsignedShorts(32, 32);
		LoopBuilder.setImages(frame).forEachPixel(pixel -> pixel.set(1000));
		HEAVY.rainOn(frame, Frames.NO_CHANNEL_AXIS, new ValueRange(0, 4095), 0);
		final double[] values = values(frame);
		assertTrue(Arrays.stream(values).max().orElseThrow() > 2000);
		assertTrue(Arrays.stream(values).max().orElseThrow() <= 4095);
		assertEquals(1000, Arrays.stream(values).min().orElseThrow(), 500);
	}

	@Test
	void progressCancels() {
		final RandomAccessibleInterval<FloatType> film = ArrayImgs.floats(16, 16, 10);
		assertThrows(CancellationException.class, () -> HEAVY.rainy(film, Frames.NO_CHANNEL_AXIS, fraction -> {
			if (fraction > 0.45)
				throw new CancellationException();
		}));
	}

	@Test
	void badImages() {
		final RandomAccessibleInterval<FloatType> nan = ArrayImgs.floats(new float[] { 0, Float.NaN, 0, 0 }, 2, 2);
		assertThrows(DrsformerException.class, () -> HEAVY.rainy(nan));
		assertThrows(DrsformerException.class, () -> HEAVY.rainy(ArrayImgs.floats(5)));
		assertThrows(DrsformerException.class, () -> HEAVY.rainy(ArrayImgs.floats(5, 5, 3), 3, Progress.NONE));
		assertThrows(DrsformerException.class, () -> HEAVY.rainy(ArrayImgs.complexFloats(4, 4)));
	}
}
