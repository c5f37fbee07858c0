package org.drsformer.derain;

import static org.drsformer.image.frame.Frames.NO_CHANNEL_AXIS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.image.ValueRange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ai.djl.engine.EngineException;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

class DerainerTest {

	private static final int WIDTH = 9;
	private static final int HEIGHT = 13;

	private static Derainer color;
	private static Derainer gray;

	@BeforeAll
	static void load() {
		color = TestModels.derainer(TestModels.COLOR);
		gray = TestModels.derainer(TestModels.GRAY);
	}

	@AfterAll
	static void close() {
		color.close();
		gray.close();
	}

	private static byte[] randomBytes(final int count) {
		final byte[] bytes = new byte[count];
		new Random(count).nextBytes(bytes);
		return bytes;
	}

	/** Checks that the same image in every type gives the same result, as exactly as the type allows. */
	@Test
	void typesAgree() {
		final byte[] bytes = randomBytes(WIDTH * HEIGHT);
		final double[] from8 = values(color.derain(ArrayImgs.unsignedBytes(bytes, WIDTH, HEIGHT)));
		final double[] from16 = values(color.derain(ArrayImgs.unsignedShorts(shorts(bytes, 257), WIDTH, HEIGHT)));
		final double[] fromFloat = values(color.derain(ArrayImgs.floats(floats(bytes), WIDTH, HEIGHT)));
		final double[] fromDouble = values(color.derain(doubles(bytes)));
		for (int i = 0; i < from8.length; i++) {
			final double clamped = Math.max(0, Math.min(1, fromFloat[i]));
			assertEquals(255 * clamped, from8[i], 0.501);
			assertEquals(65535 * clamped, from16[i], 0.51);
			assertEquals(fromFloat[i], fromDouble[i], 1e-6);
		}
		assertTrue(Arrays.stream(fromFloat).anyMatch(value -> value < 0 || value > 1));
	}

	private static RandomAccessibleInterval<DoubleType> doubles(final byte[] bytes) {
		return ArrayImgs.doubles(IntStream.range(0, bytes.length).mapToDouble(i -> (bytes[i] & 0xff) / 255.0).toArray(),
			WIDTH, HEIGHT);
	}

	private static short[] shorts(final byte[] bytes, final int factor) {
		final short[] shorts = new short[bytes.length];
		for (int i = 0; i < shorts.length; i++)
			shorts[i] = (short) ((bytes[i] & 0xff) * factor);
		return shorts;
	}

	private static float[] floats(final byte[] bytes) {
		final float[] floats = new float[bytes.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (bytes[i] & 0xff) / 255f;
		return floats;
	}

	@Test
	void twelveBitsInSixteen() {
		final short[] shorts = shorts(randomBytes(WIDTH * HEIGHT), 16);
		shorts[5] = 4095;
		final double[] automatic = values(color.derain(ArrayImgs.unsignedShorts(shorts, WIDTH, HEIGHT)));
		try (Derainer explicit = new Derainer(
			TestModels.settings(TestModels.COLOR).withRange(new ValueRange(0, 4095)))) {
			assertArrayEquals(automatic, values(explicit.derain(ArrayImgs.unsignedShorts(shorts, WIDTH, HEIGHT))));
		}
		assertTrue(Arrays.stream(automatic).allMatch(value -> value >= 0 && value <= 4095));
		assertTrue(Arrays.stream(automatic).anyMatch(value -> value > 3000));
	}

	@Test
	void realNumbersOfAnyRange() {
		final float[] unit = floats(randomBytes(WIDTH * HEIGHT));
		unit[0] = 0;
		unit[1] = 1;
		final float[] wide = new float[unit.length];
		for (int i = 0; i < wide.length; i++)
			wide[i] = 3000 * unit[i] - 1000;
		final double[] expected = values(color.derain(ArrayImgs.floats(unit, WIDTH, HEIGHT)));
		final double[] actual = values(color.derain(ArrayImgs.floats(wide, WIDTH, HEIGHT)));
		for (int i = 0; i < actual.length; i++)
			assertEquals(3000 * expected[i] - 1000, actual[i], 0.05);
	}

	@Test
	void constantImages() {
		for (final float value : new float[] { 0, 0.5f, 1, -20, 1000 }) {
			final float[] pixels = new float[64];
			Arrays.fill(pixels, value);
			for (final double result : values(color.derain(ArrayImgs.floats(pixels, 8, 8))))
				assertTrue(Double.isFinite(result));
		}
	}

	/** Simulates memory that never suffices: the progress of a strip fails as its allocations would. */
	@Test
	void tooLittleMemoryIsASentenceThatSaysHowMuchIsNeeded() {
		final RandomAccessibleInterval<UnsignedByteType> image = ArrayImgs.unsignedBytes(randomBytes(WIDTH * HEIGHT),
			WIDTH, HEIGHT);
		final List<String> tried = new ArrayList<>();
		final DrsformerException failure = assertThrows(DrsformerException.class,
			() -> color.derain(image, NO_CHANNEL_AXIS, fraction -> {
				tried.add("a strip");
				throw new EngineException(
					"DefaultCPUAllocator: can't allocate memory: you tried to allocate 123456 bytes.");
			}));
		assertTrue(
			failure.getMessage().matches(".* pixels need about \\d+ MiB of memory besides the model.*close other.*"),
			failure.getMessage());
		assertTrue(tried.size() > 2, "halved before it gave up");
		assertEquals(WIDTH * HEIGHT, values(color.derain(image)).length, "and goes on");
	}

	@Test
	void pixelsThatAreNotNumbers() {
		final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(new float[] { 0, 1, Float.NaN, 1 }, 2, 2);
		assertThrows(DrsformerException.class, () -> color.derain(image));
		try (Derainer explicit = new Derainer(TestModels.settings(TestModels.COLOR).withRange(ValueRange.UNIT))) {
			assertThrows(DrsformerException.class, () -> explicit.derain(image));
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "5, 3", "7, 9", "9, 13", "1, 17", "8, 16" })
	void anySize(final int width, final int height) {
		final RandomAccessibleInterval<UnsignedByteType> image = ArrayImgs.unsignedBytes(randomBytes(width * height),
			width, height);
		assertTrue(Intervals.equals(image, color.derain(image)));
		assertTrue(Intervals.equals(image, gray.derain(image)));
		final RandomAccessibleInterval<ARGBType> rgb = ArrayImgs.argbs(colors(width * height), width, height);
		assertTrue(Intervals.equals(rgb, color.derain(rgb)));
	}

	private static int[] colors(final int count) {
		return new Random(count).ints(count).toArray();
	}

	@Test
	void viewsWithOffsets() {
		final RandomAccessibleInterval<ARGBType> whole = ArrayImgs.argbs(colors(20 * 20), 20, 20);
		final RandomAccessibleInterval<ARGBType> part = Views.interval(whole, new long[] { 4, 5 },
			new long[] { 12, 17 });
		final RandomAccessibleInterval<ARGBType> clean = color.derain(part);
		assertTrue(Intervals.equals(part, clean));
		assertArrayEquals(colorsOf(color.derain(Views.zeroMin(part))), colorsOf(clean));
		final RandomAccessibleInterval<ARGBType> moved = Views.translate(part, -100, 1L << 40);
		assertArrayEquals(colorsOf(color.derain(moved)), colorsOf(clean));
	}

	@Test
	void alphaIsKept() {
		final int[] colors = colors(64);
		final int[] clean = colorsOf(color.derain(ArrayImgs.argbs(colors, 8, 8)));
		for (int i = 0; i < clean.length; i++)
			assertEquals(colors[i] >>> 24, clean[i] >>> 24);
	}

	@Test
	void inputIsLeftAsItIs() {
		final byte[] bytes = randomBytes(64);
		color.derain(ArrayImgs.unsignedBytes(bytes, 8, 8));
		assertArrayEquals(randomBytes(64), bytes);
	}

	/** The frames of a stack give the same results as one by one, if they share the range. */
	@Test
	void furtherAxesAreFrames() {
		final RandomAccessibleInterval<UnsignedByteType> stack = ArrayImgs
			.unsignedBytes(randomBytes(WIDTH * HEIGHT * 6), WIDTH, HEIGHT, 2, 3);
		final RandomAccessibleInterval<UnsignedByteType> clean = color.derain(stack);
		assertTrue(Intervals.equals(stack, clean));
		for (int i = 0; i < 6; i++)
			assertArrayEquals(values(color.derain(frame(stack, i))), values(frame(clean, i)));
	}

	private static <T> RandomAccessibleInterval<T> frame(final RandomAccessibleInterval<T> stack, final int frame) {
		return Views.hyperSlice(Views.hyperSlice(stack, 3, frame / 2), 2, frame % 2);
	}

	@Test
	void oneRangeForAllFrames() {
		final short[] shorts = shorts(randomBytes(2 * 64), 1);
		shorts[64] = 4000;
		final double[] clean = values(Views.hyperSlice(color.derain(ArrayImgs.unsignedShorts(shorts, 8, 8, 2)), 2, 0));
		try (Derainer explicit = new Derainer(
			TestModels.settings(TestModels.COLOR).withRange(new ValueRange(0, 4095)))) {
			final RandomAccessibleInterval<UnsignedShortType> first = ArrayImgs
				.unsignedShorts(Arrays.copyOf(shorts, 64), 8, 8);
			assertArrayEquals(values(explicit.derain(first)), clean);
		}
	}

	@ParameterizedTest
	@CsvSource({ "0", "1", "2", "3" })
	void channelAxisAnywhere(final int axis) {
		final RandomAccessibleInterval<ARGBType> rgb = ArrayImgs.argbs(colors(WIDTH * HEIGHT * 2), WIDTH, HEIGHT, 2);
		final RandomAccessibleInterval<UnsignedByteType> channels = Views.moveAxis(channels(rgb), 3, axis);
		final RandomAccessibleInterval<UnsignedByteType> clean = color.derain(channels, axis, Progress.NONE);
		assertArrayEquals(values(channels(color.derain(rgb))), values(Views.moveAxis(clean, axis, 3)));
	}

	private static RandomAccessibleInterval<UnsignedByteType> channels(final RandomAccessibleInterval<ARGBType> rgb) {
		return Converters.argbChannels(rgb, 1, 2, 3);
	}

	/** A colour network takes gray as three equal channels, and the results are averaged. */
	@Test
	void grayInANetworkOfColor() {
		final float[] floats = floats(randomBytes(WIDTH * HEIGHT));
		final float[] equal = new float[3 * floats.length];
		for (int i = 0; i < equal.length; i++)
			equal[i] = floats[i / 3];
		final double[] three = values(color.derain(ArrayImgs.floats(equal, 3, WIDTH, HEIGHT), 0, Progress.NONE));
		final double[] one = values(color.derain(ArrayImgs.floats(floats, WIDTH, HEIGHT)));
		for (int i = 0; i < one.length; i++)
			assertEquals((three[3 * i] + three[3 * i + 1] + three[3 * i + 2]) / 3, one[i], 1e-6);
	}

	@Test
	void colorInANetworkOfGrayIsOneChannelAfterTheOther() {
		final RandomAccessibleInterval<ARGBType> rgb = ArrayImgs.argbs(colors(WIDTH * HEIGHT), WIDTH, HEIGHT);
		final RandomAccessibleInterval<UnsignedByteType> clean = channels(gray.derain(rgb));
		for (int c = 0; c < 3; c++)
			assertArrayEquals(values(gray.derain(Views.hyperSlice(channels(rgb), 2, c))),
				values(Views.hyperSlice(clean, 2, c)));
	}

	@Test
	void twoChannelsAreDerainedEachByItself() {
		final RandomAccessibleInterval<UnsignedByteType> two = ArrayImgs.unsignedBytes(randomBytes(2 * 64), 8, 8, 2);
		final RandomAccessibleInterval<UnsignedByteType> clean = color.derain(two, 2, Progress.NONE);
		for (int c = 0; c < 2; c++)
			assertArrayEquals(values(color.derain(Views.hyperSlice(two, 2, c))), values(Views.hyperSlice(clean, 2, c)));
	}

	@Test
	void framesOneByOneAndInPlace() {
		final RandomAccessibleInterval<ARGBType> rgb = ArrayImgs.argbs(colors(WIDTH * HEIGHT), WIDTH, HEIGHT);
		final int[] expected = colorsOf(color.derain(rgb));
		color.derainFrame(rgb, rgb, NO_CHANNEL_AXIS, color.rangeOf(List.of(rgb)), Progress.NONE);
		assertArrayEquals(expected, colorsOf(rgb));
	}

	@Test
	void progressNeverFalls() {
		final List<Double> fractions = new ArrayList<>();
		gray.derain(ArrayImgs.argbs(colors(64 * 3), 8, 8, 3), NO_CHANNEL_AXIS, fractions::add);
		assertTrue(fractions.size() > 9);
		for (int i = 1; i < fractions.size(); i++)
			assertTrue(fractions.get(i) >= fractions.get(i - 1));
		assertEquals(1, fractions.get(fractions.size() - 1));
		assertTrue(fractions.get(0) >= 0);
	}

	@Test
	void cancelled() {
		final Progress cancelling = fraction -> {
			if (fraction > 0.4)
				throw new CancellationException();
		};
		final RandomAccessibleInterval<UnsignedByteType> image = ArrayImgs.unsignedBytes(randomBytes(64 * 3), 8, 8, 3);
		assertThrows(CancellationException.class, () -> color.derain(image, NO_CHANNEL_AXIS, cancelling));
	}

	@Test
	void littleMemoryChangesNothingElse() {
		final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(floats(randomBytes(96 * 120)), 96, 120);
		final double[] expected = values(color.derain(image));
		try (Derainer small = new Derainer(TestModels.settings(TestModels.COLOR).withMemory(1 << 20))) {
			assertArrayEquals(expected, values(small.derain(image)), 2e-5);
		}
	}

	@Test
	void severalThreads() {
		final RandomAccessibleInterval<UnsignedByteType> image = ArrayImgs.unsignedBytes(randomBytes(40 * 40), 40, 40);
		final double[] expected = values(color.derain(image));
		final List<double[]> results = IntStream.range(0, 4)
			.parallel()
			.mapToObj(i -> values(color.derain(image)))
			.toList();
		for (final double[] result : results)
			assertArrayEquals(expected, result, 1);
	}

	@Test
	void closedTwice() {
		final Derainer derainer = TestModels.derainer(TestModels.COLOR);
		derainer.close();
		derainer.close();
	}

	@Test
	void resultTypes() {
		assertInstanceOf(FloatType.class, color.derain(ArrayImgs.floats(8, 8)).getType());
		assertInstanceOf(UnsignedShortType.class, color.derain(ArrayImgs.unsignedShorts(8, 8)).getType());
	}

	@Test
	void settingsThatMakeNoSense() {
		final DerainSettings settings = TestModels.settings(TestModels.COLOR);
		assertThrows(DrsformerException.class, () -> settings.withMemory(-1));
		assertThrows(DrsformerException.class, () -> settings.withThreads(-1));
	}

	private static double[] values(final RandomAccessibleInterval<? extends RealType<?>> image) {
		final List<Double> values = new ArrayList<>();
		Views.flatIterable(image).forEach(pixel -> values.add(pixel.getRealDouble()));
		return values.stream().mapToDouble(Double::doubleValue).toArray();
	}

	private static int[] colorsOf(final RandomAccessibleInterval<ARGBType> image) {
		final List<Integer> colors = new ArrayList<>();
		Views.flatIterable(image).forEach(pixel -> colors.add(pixel.get()));
		return colors.stream().mapToInt(Integer::intValue).toArray();
	}
}
