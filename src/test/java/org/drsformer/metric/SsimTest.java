package org.drsformer.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.drsformer.DrsformerException;
import org.drsformer.metric.plane.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

class SsimTest {

	@ParameterizedTest
	@CsvSource({ "11, 11", "12, 11", "37, 53", "129, 30" })
	void equalsTheDirectWindow(final int width, final int height) {
		final Plane a = RandomImages.plane(1, width, height);
		final Plane b = RandomImages.plane(2, width, height);
		for (final Ssim ssim : new Ssim[] { Ssim.wang2004(), Ssim.scikitImage() })
			assertEquals(DirectSsim.mean(ssim, a, b, 255), ssim.mean(a, b, 255), 1e-13);
	}

	@ParameterizedTest
	@CsvSource({ "11, 1.5", "7, Infinity", "1, 2" })
	void weightsHaveSumOne(final int size, final double sigma) {
		final double[] weights = new Window(size, sigma).weightsFromCentre();
		double sum = weights[0];
		for (int i = 1; i < weights.length; i++)
			sum += 2 * weights[i];
		assertEquals(1, sum, 1e-15);
		assertEquals(size / 2 + 1, weights.length);
	}

	@Test
	void meanOfTheMapIsTheSsim() {
		final Img<UnsignedByteType> a = RandomImages.bytes(1, 385, 401);
		final Img<UnsignedByteType> b = RandomImages.bytes(2, 385, 401);
		for (final Ssim ssim : new Ssim[] { Ssim.wang2004(), Ssim.wangDownsampled(), Ssim.basicSr(),
			Ssim.scikitImage() })
			assertEquals(ssim.of(a, b), mean(ssim.map(a, b, 255)), 1e-12);
	}

	@Test
	void mapLiesWhereTheWindowsAre() {
		final RandomAccessibleInterval<UnsignedByteType> image = Views.translate(RandomImages.bytes(1, 30, 25), -3, 7);
		final RandomAccessibleInterval<DoubleType> valid = Ssim.wang2004().map(image, image, 255);
		assertEquals(2, valid.min(0));
		assertEquals(12, valid.min(1));
		assertEquals(20, valid.dimension(0));
		assertEquals(15, valid.dimension(1));
		final RandomAccessibleInterval<DoubleType> whole = Ssim.basicSr().map(image, image, 255);
		assertEquals(-3, whole.min(0));
		assertEquals(30, whole.dimension(0));
	}

	@Test
	void stackIsTheMeanOfItsPlanes() {
		final Img<UnsignedByteType> a = RandomImages.bytes(1, 20, 17, 3);
		final Img<UnsignedByteType> b = RandomImages.bytes(2, 20, 17, 3);
		double sum = 0;
		for (int z = 0; z < 3; z++)
			sum += Ssim.wang2004().of(Views.hyperSlice(a, 2, z), Views.hyperSlice(b, 2, z));
		assertEquals(sum / 3, Ssim.wang2004().of(a, b), 1e-15);
	}

	@ParameterizedTest
	@CsvSource({ "255, 255, 1", "383, 400, 1", "384, 400, 2", "639, 900, 2", "640, 641, 3", "5, 5, 1" })
	void downsamplingFactor(final int width, final int height, final int factor) {
		assertEquals(factor, Downsampling.factor(width, height));
		assertEquals(factor, Downsampling.factor(height, width));
	}

	@Test
	void refusesMeaninglessInput() {
		final Img<UnsignedByteType> small = RandomImages.bytes(1, 10, 40);
		final DrsformerException tooSmall = assertThrows(DrsformerException.class,
			() -> Ssim.wang2004().of(small, small));
		assertTrue(tooSmall.getMessage().contains("10 x 40"), tooSmall.getMessage());
		assertEquals(1, Ssim.basicSr().of(small, small));
		assertThrows(DrsformerException.class, () -> Ssim.scikitImage().of(small, small, 0));
		assertThrows(DrsformerException.class, () -> Window.uniform(8));
		final Img<UnsignedByteType> stack = RandomImages.bytes(1, 20, 20, 2);
		assertThrows(DrsformerException.class, () -> Ssim.wang2004().map(stack, stack, 255));
	}

	private static double mean(final RandomAccessibleInterval<DoubleType> map) {
		double sum = 0;
		for (final DoubleType value : map)
			sum += value.get();
		return sum / map.size();
	}
}
