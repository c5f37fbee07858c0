package org.drsformer.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;

class ProtocolTest {

	static List<Protocol> protocols() {
		return Protocol.all();
	}

	@ParameterizedTest
	@MethodSource("protocols")
	void isFoundByItsName(final Protocol protocol) {
		assertEquals(protocol.description(), Protocol.byName(protocol.name()).description());
	}

	@Test
	void unknownNameListsTheKnownOnes() {
		final DrsformerException exc = assertThrows(DrsformerException.class, () -> Protocol.byName("psnr"));
		assertTrue(exc.getMessage().contains("rain200-spa") && exc.getMessage().contains("did-ddn"), exc.getMessage());
	}

	@ParameterizedTest
	@MethodSource("protocols")
	void isSymmetric(final Protocol protocol) {
		for (int seed = 0; seed < 5; seed++) {
			final Img<ARGBType> a = RandomImages.argb(seed, 13 + 14 * seed, 31 - 2 * seed);
			final Img<ARGBType> b = RandomImages.argb(seed + 100, 13 + 14 * seed, 31 - 2 * seed);
			assertSame(protocol.score(a, b), protocol.score(b, a));
		}
	}

	@ParameterizedTest
	@MethodSource("protocols")
	void doesNotDependOnTheOffsetOfAView(final Protocol protocol) {
		final Img<ARGBType> a = RandomImages.argb(1, 61, 47);
		final Img<ARGBType> b = RandomImages.argb(2, 61, 47);
		final FinalInterval part = FinalInterval.createMinSize(5, 3, 43, 29);
		final Score cropped = protocol.score(Views.interval(a, part), Views.interval(b, part));
		final Score copied = protocol.score(copy(Views.interval(a, part)), copy(Views.interval(b, part)));
		final Score moved = protocol.score(Views.translate(Views.interval(a, part), -70, 9),
			copy(Views.interval(b, part)));
		assertSame(copied, cropped);
		assertSame(copied, moved);
	}

	@ParameterizedTest
	@MethodSource("protocols")
	void identicalImagesArePerfect(final Protocol protocol) {
		final Img<ARGBType> image = RandomImages.argb(7, 33, 27);
		final Score score = protocol.score(image, image.copy());
		assertEquals(Double.POSITIVE_INFINITY, score.psnr());
		assertEquals(1, score.ssim());
		assertEquals(0, score.mae());
	}

	@ParameterizedTest
	@MethodSource("protocols")
	void channelAxisMayBeAnywhere(final Protocol protocol) {
		final Img<ARGBType> a = RandomImages.argb(1, 31, 23);
		final Img<ARGBType> b = RandomImages.argb(2, 31, 23);
		final RandomAccessibleInterval<UnsignedByteType> lastA = Converters.argbChannels(a, 1, 2, 3);
		final RandomAccessibleInterval<UnsignedByteType> lastB = Converters.argbChannels(b, 1, 2, 3);
		final Score packed = protocol.score(a, b);
		assertSame(packed, protocol.score(lastA, lastB, 2));
		assertSame(packed, protocol.score(Views.moveAxis(lastA, 2, 0), Views.moveAxis(lastB, 2, 0), 0));
		assertSame(packed, protocol.score(Views.moveAxis(lastA, 2, 1), Views.moveAxis(lastB, 2, 1), 1));
	}

	@ParameterizedTest
	@MethodSource("protocols")
	void stackIsScoredPlaneByPlane(final Protocol protocol) {
		final Img<UnsignedByteType> a = RandomImages.bytes(1, 21, 19, 2, 3);
		final Img<UnsignedByteType> b = RandomImages.bytes(2, 21, 19, 2, 3);
		final List<Double> told = new ArrayList<>();
		final Score score = protocol.score(a, b, Protocol.NO_CHANNEL_AXIS, told::add);
		assertEquals(6, score.planes().size());
		assertEquals(List.of(1L, 2L), score.planes().get(5).position());
		final Score last = protocol.score(Views.hyperSlice(Views.hyperSlice(a, 3, 2), 2, 1),
			Views.hyperSlice(Views.hyperSlice(b, 3, 2), 2, 1));
		assertEquals(last.planes().get(0).quality(), score.planes().get(5).quality());
		assertEquals(score.planes().stream().mapToDouble(plane -> plane.quality().psnr()).average().orElseThrow(),
			score.psnr(), 1e-12);
		assertEquals(1, told.get(5));
	}

	@Test
	void identicalPlanesAreCountedAndLeftOutOfTheMean() {
		final Img<UnsignedByteType> a = RandomImages.bytes(1, 21, 19, 2);
		final Img<UnsignedByteType> b = a.copy();
		Views.hyperSlice(b, 2, 1).forEach(pixel -> pixel.set(0));
		final Score score = Protocol.rain200Spa().score(a, b);
		assertEquals(score.planes().get(1).quality().psnr(), score.psnr());
		assertEquals(new Mean(score.psnr(), 2, 1), score.meanPsnr());
	}

	@Test
	void eachChannelHasItsOwnNumbers() {
		final Img<UnsignedShortType> a = RandomImages.shorts(1, 21, 19, 4);
		final Img<UnsignedShortType> b = RandomImages.shorts(2, 21, 19, 4);
		final List<Quality> channels = Protocol.scientific().score(a, b, 2).planes().get(0).channels();
		assertEquals(4, channels.size());
		final Score third = Protocol.scientific().score(Views.hyperSlice(a, 2, 2), Views.hyperSlice(b, 2, 2));
		assertEquals(third.psnr(), channels.get(2).psnr());
		assertEquals(third.ssim(), channels.get(2).ssim());
	}

	@Test
	void sixteenBitIsNeverSilentlyScoredAgainst255() {
		final Img<UnsignedShortType> a = RandomImages.shorts(1, 21, 19);
		final Img<UnsignedShortType> b = RandomImages.shorts(2, 21, 19);
		for (final Protocol protocol : List.of(Protocol.rain200Spa(), Protocol.rgb(), Protocol.basicSrY())) {
			final DrsformerException exc = assertThrows(DrsformerException.class, () -> protocol.score(a, b));
			assertTrue(exc.getMessage().contains("scores 8-bit images, not 16-bit ones; convert"), exc.getMessage());
		}
		assertThrows(DrsformerException.class, () -> Protocol.basicSrY().withDataRange(65535).score(a, b));
		for (final Protocol protocol : List.of(Protocol.didDdn(), Protocol.scientific(), Protocol.scientificGaussian()))
			assertEquals(65535, protocol.score(a, b).dataRange());
		assertEquals(65535, Protocol.rgb().withDataRange(65535).score(a, b).dataRange());
		assertNotEquals(Protocol.scientific().withDataRange(4095).score(a, b).psnr(),
			Protocol.scientific().score(a, b).psnr());
	}

	@Test
	void namesTypesAsUsersDo() {
		refuses(Protocol.scientific(), RandomImages.floats(1, 21, 19), RandomImages.floats(2, 21, 19),
			"not 32-bit floating-point ones");
		final Img<ByteType> signed = ArrayImgs.bytes(21, 19);
		refuses(Protocol.rain200Spa(), signed, signed, "not signed 8-bit ones");
		assertEquals(255, DataRange.of(signed));
	}

	@Test
	void floatingPointNeedsAStatedRange() {
		final Img<FloatType> a = RandomImages.floats(1, 21, 19);
		final Img<FloatType> b = RandomImages.floats(2, 21, 19);
		for (final Protocol protocol : Protocol.all())
			assertThrows(DrsformerException.class, () -> protocol.score(a, b));
		assertThrows(DrsformerException.class, () -> Protocol.rain200Spa().withDataRange(1).score(a, b));
		final double psnr = Psnr.of(a, b, 1);
		for (final Protocol protocol : List.of(Protocol.didDdn(), Protocol.rgb(), Protocol.scientific()))
			assertEquals(psnr, protocol.withDataRange(1).score(a, b).psnr(), 1e-12);
	}

	@Test
	void refusesImagesThatDoNotMatch() {
		final Img<ARGBType> color = RandomImages.argb(1, 20, 20);
		final Img<UnsignedByteType> gray = RandomImages.bytes(1, 20, 20);
		final Img<UnsignedShortType> wide = RandomImages.shorts(1, 20, 20);
		final Img<UnsignedByteType> four = RandomImages.bytes(1, 20, 20, 4);
		refuses(Protocol.rgb(), color, RandomImages.argb(1, 20, 21), "20 x 20");
		refuses(Protocol.rgb(), color, gray, "channels");
		refuses(Protocol.didDdn(), gray, wide, "ranges");
		refuses(Protocol.rain200Spa().withDataRange(255), gray, RandomImages.floats(1, 20, 20), "same type");
		final RandomAccessibleInterval<ARGBType> empty = Views.interval(color, new long[] { 0, 0 },
			new long[] { -1, 19 });
		refuses(Protocol.rgb(), empty, empty, "empty");
		refuses(Protocol.rgb(), RandomImages.bytes(1, 20), RandomImages.bytes(1, 20), "planes");
		assertThrows(DrsformerException.class, () -> Protocol.didDdn().score(four, four, 2));
		assertThrows(DrsformerException.class, () -> Protocol.didDdn().score(gray, gray, 2));
		assertThrows(DrsformerException.class, () -> Protocol.didDdn().score(color, color, 1));
		assertThrows(DrsformerException.class, () -> Protocol.didDdn().withDataRange(Double.NaN));
	}

	@Test
	void refusesPixelsThatAreNotNumbers() {
		final Img<FloatType> image = RandomImages.floats(1, 20, 20);
		final Img<FloatType> broken = image.copy();
		broken.firstElement().set(Float.NaN);
		refuses(Protocol.scientific().withDataRange(1), broken, image, "finite");
		assertThrows(DrsformerException.class, () -> Ssim.wang2004().of(image, broken, 1));
	}

	private static void refuses(final Protocol protocol, final RandomAccessibleInterval<?> a,
		final RandomAccessibleInterval<?> b, final String said)
	{
		final DrsformerException exc = assertThrows(DrsformerException.class, () -> protocol.score(a, b));
		assertTrue(exc.getMessage().contains(said), exc.getMessage());
	}

	private static void assertSame(final Score expected, final Score actual) {
		assertEquals(expected.psnr(), actual.psnr());
		assertEquals(expected.ssim(), actual.ssim());
		assertEquals(expected.mse(), actual.mse());
		assertEquals(expected.mae(), actual.mae());
	}

	private static Img<ARGBType> copy(final RandomAccessibleInterval<ARGBType> view) {
		final Img<ARGBType> copy = ArrayImgs.argbs(view.dimensionsAsLongArray());
		ImgUtil.copy(view, copy);
		return copy;
	}
}
