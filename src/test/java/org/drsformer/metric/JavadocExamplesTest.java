package org.drsformer.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.drsformer.metric.luma.Luma;
import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/** The examples in the Javadoc, line by line, so that they always compile. */
class JavadocExamplesTest {

	private final Img<ARGBType> rgbResult = RandomImages.argb(1, 30, 20);

	private final Img<ARGBType> rgbTarget = RandomImages.argb(2, 30, 20);

	private final Img<FloatType> floatResult = RandomImages.floats(1, 30, 20);

	private final Img<FloatType> floatTarget = RandomImages.floats(2, 30, 20);

	@Test
	void psnr() {
		final Img<UnsignedByteType> result = RandomImages.bytes(1, 30, 20);
		final Img<UnsignedByteType> target = RandomImages.bytes(2, 30, 20);
		double gray = Psnr.of(result, target); // L by type: 255 for 8 bit, 65535 for 16 bit
		double real = Psnr.of(floatResult, floatTarget, 1.0); // values in 0..1
		double luma = Psnr.of(Luma.rounded(rgbResult), Luma.rounded(rgbTarget)); // as published for Rain200L
		assertTrue(gray > 0 && real > 0 && luma > 0);
	}

	@Test
	void ssim() {
		final Img<UnsignedByteType> result = RandomImages.bytes(1, 30, 20);
		final Img<UnsignedByteType> target = RandomImages.bytes(2, 30, 20);
		double gray = Ssim.wang2004().of(result, target); // L by type: 255 for 8 bit, 65535 for 16 bit
		double real = Ssim.scikitImage().of(floatResult, floatTarget, 1.0); // values in 0..1
		RandomAccessibleInterval<DoubleType> map = Ssim.wang2004().map(result, target, 255);
		assertTrue(gray < 1 && real < 1);
		assertEquals(20, map.dimension(0));
	}

	@Test
	void pixelError() {
		final Img<UnsignedByteType> result = RandomImages.bytes(1, 30, 20);
		final Img<UnsignedByteType> target = RandomImages.bytes(2, 30, 20);
		double error = PixelError.rmse(result, target); // grey levels
		RandomAccessibleInterval<DoubleType> where = PixelError.map(result, target);
		assertTrue(error > 0);
		assertEquals(30, where.dimension(0));
	}

	@Test
	void protocol() {
		final Img<ARGBType> result = rgbResult;
		final Img<ARGBType> target = rgbTarget;
		Score score = Protocol.byName("rain200-spa").score(result, target);
		double psnr = score.psnr(); // dB
		double ssim = score.ssim();
		assertTrue(psnr > 0 && ssim < 1);
	}

	@Test
	void protocolWithChannelAxisAndRange() {
		final Img<UnsignedShortType> result = RandomImages.shorts(1, 30, 20, 3);
		final Img<UnsignedShortType> target = RandomImages.shorts(2, 30, 20, 3);
		Score color = Protocol.didDdn().score(result, target, 2); // axes x, y, channel
		Score camera = Protocol.scientific().withDataRange(4095).score(result, target); // 12 bit in 16
		assertEquals(1, color.planes().size());
		assertEquals(3, camera.planes().size());
	}
}
