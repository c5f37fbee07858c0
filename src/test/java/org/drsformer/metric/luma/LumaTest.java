package org.drsformer.metric.luma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.drsformer.metric.Protocol;
import org.drsformer.metric.Psnr;
import org.drsformer.metric.RandomImages;
import org.drsformer.metric.Score;
import org.drsformer.metric.Ssim;
import org.junit.jupiter.api.Test;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

class LumaTest {

	/**
	 * Compares every colour with the integer form, which is exact: 16 + (2 (65481 R + 128553 G + 24966 B) + 255000) /
	 * 510000.
	 */
	@Test
	void roundedEqualsTheIntegerForm() {
		for (int rgb = 0; rgb < 1 << 24; rgb++) {
			final int r = rgb >> 16;
			final int g = rgb >> 8 & 0xff;
			final int b = rgb & 0xff;
			final int expected = 16 + (2 * (65481 * r + 128553 * g + 24966 * b) + 255000) / 510000;
			if (expected != Luma.rounded(r, g, b, 1))
				assertEquals(expected, Luma.rounded(r, g, b, 1), Integer.toHexString(rgb));
		}
	}

	@Test
	void blackAndWhite() {
		final Img<ARGBType> image = ArrayImgs.argbs(new int[] { 0xff000000, 0x00ffffff }, 2, 1);
		assertEquals(16, Luma.rounded(image).getAt(0, 0).get());
		assertEquals(235, Luma.rounded(image).getAt(1, 0).get());
		assertEquals(16 / 255.0, Luma.exact(image).getAt(0, 0).get(), 1e-15);
		assertEquals(235 / 255.0, Luma.exact(image).getAt(1, 0).get(), 1e-15);
		assertEquals(60395, Luma.rounded(65535, 65535, 65535, 257));
	}

	@Test
	void partsGiveTheNumbersOfTheProtocols() {
		final Img<ARGBType> a = RandomImages.argb(1, 41, 33);
		final Img<ARGBType> b = RandomImages.argb(2, 41, 33);
		final Score rounded = Protocol.rain200Spa().score(a, b);
		assertEquals(rounded.psnr(), Psnr.of(Luma.rounded(a), Luma.rounded(b)), 1e-12);
		assertEquals(rounded.ssim(), Ssim.wang2004().of(Luma.rounded(a), Luma.rounded(b)), 1e-12);
		final Score exact = Protocol.didDdn().score(a, b);
		assertEquals(exact.psnr(), Psnr.of(Luma.exact(a), Luma.exact(b), 1), 1e-12);
		assertEquals(exact.ssim(), Ssim.wangDownsampled().of(Luma.exact(a), Luma.exact(b), 1), 1e-12);
	}
}
