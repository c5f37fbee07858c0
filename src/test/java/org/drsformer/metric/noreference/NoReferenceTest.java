package org.drsformer.metric.noreference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** Types, sizes and ranges that are scored or refused. */
class NoReferenceTest {

	private static final double RELATIVE = 1e-9;

	/** Returns a gray image in the type and with the factor of a copy. */
	@SuppressWarnings("unchecked")
	private static <T extends RealType<T>> Img<T> copyOf(final String image, final Img<T> copy, final double factor) {
		final Cursor<T> to = copy.cursor();
		for (final UnsignedByteType from : Views
			.flatIterable((RandomAccessibleInterval<UnsignedByteType>) GoldenScores.of(image).read()))
			to.next().setReal(from.get() * factor);
		return copy;
	}

	private static RandomAccessibleInterval<?> noise(final int width, final int height) {
		final byte[] values = new byte[width * height];
		new Random(5).nextBytes(values);
		return ArrayImgs.unsignedBytes(values, width, height);
	}

	@Test
	void sixteenBitsAreScaled() {
		final Img<?> shorts = copyOf("cat_gray_451x300", ArrayImgs.unsignedShorts(451, 300), 257);
		final NoReferenceScore niqe = NoReference.niqe().score(shorts);
		assertEquals(GoldenScores.of("cat_gray_451x300").niqe(), niqe.value(), RELATIVE * niqe.value());
		assertEquals(65535, niqe.dataRange());
		assertEquals(GoldenScores.of("cat_gray_451x300").brisque(), Brisque.of(shorts), 1e-8);
	}

	@Test
	void colourOfSixteenBitsIsRoundedInSixteenBits() {
		@SuppressWarnings("unchecked")
		final RandomAccessibleInterval<ARGBType> rgb = (RandomAccessibleInterval<ARGBType>) GoldenScores.of("clean_cat")
			.read();
		final Img<?> deep = ArrayImgs.unsignedShorts(rgb.dimension(0), rgb.dimension(1), 3);
		int channel = 0;
		for (final int shift : new int[] { 16, 8, 0 }) {
			final Cursor<ARGBType> from = Views.flatIterable(rgb).cursor();
			Views.flatIterable(Views.hyperSlice(deep, 2, channel++))
				.forEach(to -> ((RealType<?>) to).setReal(257 * (from.next().get() >> shift & 0xff)));
		}
		final double niqe = NoReference.niqe().score(deep, 2, Progress.NONE).value();
		assertEquals(GoldenScores.of("clean_cat").niqe(), niqe, 0.05, "the finer rounding changes little");
		assertTrue(niqe != GoldenScores.of("clean_cat").niqe());
	}

	@Test
	void otherTypesNeedARange() {
		final Img<?> floats = copyOf("cat_gray_451x300", ArrayImgs.doubles(451, 300), 1 / 255.0);
		for (final NoReference protocol : NoReference.all()) {
			assertSentence("state the data range", protocol, floats);
			assertSentence("not signed 16-bit ones", protocol, ArrayImgs.shorts(300, 300));
		}
		final double niqe = NoReference.niqe().withDataRange(1).score(floats).value();
		assertEquals(GoldenScores.of("cat_gray_451x300").niqe(), niqe, RELATIVE * niqe);
		final Img<?> camera = copyOf("cat_gray_451x300", ArrayImgs.unsignedShorts(451, 300), 16);
		assertEquals(niqe, NoReference.byName("niqe").withDataRange(255 * 16).score(camera).value(), RELATIVE * niqe);
	}

	private static void assertSentence(final String part, final NoReference protocol,
		final RandomAccessibleInterval<?> image)
	{
		final String message = assertThrows(DrsformerException.class, () -> protocol.score(image)).getMessage();
		assertTrue(message.contains(part) && message.endsWith("."), message);
	}

	static List<NoReference> protocols() {
		return NoReference.all();
	}

	@ParameterizedTest
	@MethodSource("protocols")
	void flatImagesAreRefused(final NoReference protocol) {
		for (final int value : new int[] { 0, 7, 255 }) {
			final Img<UnsignedByteType> flat = ArrayImgs.unsignedBytes(192, 192);
			flat.forEach(pixel -> pixel.set(value));
			assertSentence("The image is flat", protocol, flat);
		}
		assertSentence("The image is flat", protocol, GoldenScores.of("constant_192x192").read());
	}

	@Test
	void oneBlockWithContrastIsTooFew() {
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(192, 192);
		final Random random = new Random(3);
		Views.interval(image, Intervals.createMinMax(10, 10, 80, 80)).forEach(pixel -> pixel.set(random.nextInt(256)));
		assertSentence("fewer than two of its 4 blocks", NoReference.niqe(), image);
	}

	@Test
	void smallImagesAreRefused() {
		for (final int[] size : new int[][] { { 1, 1 }, { 95, 500 }, { 96, 96 }, { 191, 191 } })
			assertSentence(size[0] + " x " + size[1], NoReference.niqe(), noise(size[0], size[1]));
		assertTrue(NoReference.niqe().score(noise(192, 97)).value() > 5);
		for (final int[] size : new int[][] { { 1, 1 }, { 12, 100 }, { 100, 12 } })
			assertSentence(size[0] + " x " + size[1], NoReference.brisque(), noise(size[0], size[1]));
		assertTrue(NoReference.brisque().score(noise(13, 13)).value() > 0);
	}

	@Test
	void channelsAndNumbers() {
		final Img<?> four = ArrayImgs.unsignedBytes(200, 200, 4);
		assertThrows(DrsformerException.class, () -> NoReference.niqe().score(four, 2, Progress.NONE));
		final Img<?> nan = copyOf("cat_gray_451x300", ArrayImgs.doubles(451, 300), 1);
		((RealType<?>) nan.firstElement()).setReal(Double.NaN);
		assertSentence("not finite", NoReference.niqe().withDataRange(255), nan);
		assertThrows(DrsformerException.class, () -> NoReference.niqe().withDataRange(0));
		assertThrows(DrsformerException.class, () -> NoReference.byName("rgb"));
	}

	@Test
	void everyPlaneOfAStackIsScored() {
		final RandomAccessibleInterval<?> one = noise(200, 100);
		final Img<UnsignedByteType> stack = ArrayImgs.unsignedBytes(200, 100, 3);
		final Random random = new Random(7);
		stack.forEach(pixel -> pixel.set(random.nextInt(256)));
		final NoReferenceScore score = NoReference.niqe().score(stack);
		assertEquals(3, score.planes().size());
		assertEquals(score.planes().get(1), Niqe.of(Views.hyperSlice(stack, 2, 1)), 1e-12);
		assertEquals((score.planes().get(0) + score.planes().get(1) + score.planes().get(2)) / 3, score.value(), 1e-12);
		assertTrue(Niqe.of(one) > 0);
	}
}
