package org.drsformer.network.strip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.drsformer.LiveArrays;
import org.drsformer.Progress;
import org.drsformer.network.Inference;
import org.drsformer.network.layer.Convolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/** A local operation gives the same in strips as on the whole map. The operation here is a box filter. */
@ExtendWith(Inference.class)
class StripsTest {

	private static final int CASES = 60;
	private static final float TOLERANCE = 1e-5f;

	/** A map of random, mostly odd size and a budget, from nothing to more than enough. */
	private record Case(int n, int height, int width, int channels, int radius, long bytes, int threads, long seed) {

		static Case random(final long seed) {
			final Random random = new Random(seed);
			final int height = 1 + random.nextInt(40);
			final int width = 1 + random.nextInt(40);
			final int channels = 1 + random.nextInt(4);
			final long all = 4L * height * width * channels * 3;
			return new Case(1 + random.nextInt(2), height, width, channels, random.nextInt(4),
				(long) (all * Math.pow(random.nextDouble(), 3) * 4), 1 + random.nextInt(4), seed);
		}

		NDArray map(final NDManager manager) {
			final Random random = new Random(seed);
			final float[] values = new float[n * height * width * channels];
			for (int i = 0; i < values.length; i++)
				values[i] = random.nextFloat();
			return manager.create(values, new Shape(n, height, width, channels));
		}

		PixelCost cost() {
			return new PixelCost(radius, 3L * channels, 1);
		}

		Strips strips() {
			return TestStrips.of(bytes, 0, threads, Progress.NONE);
		}

		/** Returns the sums over the pixels within the radius, computed by hand. */
		float[] box(final NDArray map) {
			final float[] sums = new float[n * height * width * channels];
			final float[] values = map.toFloatArray();
			for (int i = 0; i < sums.length; i++)
				sums[i] = box(values, i / channels % width, i / channels / width % height,
					i - i / channels / width % height * width * channels - i / channels % width * channels);
			return sums;
		}

		/** @param origin the index of the first pixel of the plane */
		private float box(final float[] values, final int x, final int y, final int origin) {
			float sum = 0;
			for (int v = Math.max(0, y - radius); v <= Math.min(height - 1, y + radius); v++)
				for (int u = Math.max(0, x - radius); u <= Math.min(width - 1, x + radius); u++)
					sum += values[origin + (v * width + u) * channels];
			return sum;
		}

		Strips.Operation operation(final NDManager manager) {
			final int size = 2 * radius + 1;
			final Convolution box = Convolution.depthwise(manager.ones(new Shape(channels, 1, size, size)), null);
			return (strip, haloed) -> strip.crop(box.forward(haloed));
		}
	}

	static Stream<Case> cases() {
		return new Random(11).longs(CASES).mapToObj(Case::random);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void mapEqualsTheWholeAndLeavesItsArgument(final Case c, final NDManager manager) {
		final NDArray x = c.map(manager);
		final float[] before = x.toFloatArray();
		final NDArray result = c.strips().map(x, c.cost(), c.operation(manager));
		assertEquals(x.getShape(), result.getShape());
		assertArrayEquals(c.box(x), result.toFloatArray(), TOLERANCE);
		assertArrayEquals(before, x.toFloatArray());
	}

	@ParameterizedTest
	@MethodSource("cases")
	void replaceSeesNothingOfWhatItHasReplaced(final Case c, final NDManager manager) {
		final NDArray x = c.map(manager);
		final float[] expected = c.box(x);
		assertArrayEquals(expected, c.strips().replace(x, c.cost(), c.operation(manager)).toFloatArray(), TOLERANCE);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void addSeesNothingOfWhatItHasAdded(final Case c, final NDManager manager) {
		final NDArray x = c.map(manager);
		final float[] expected = c.box(x);
		final float[] before = x.toFloatArray();
		for (int i = 0; i < expected.length; i++)
			expected[i] += before[i];
		assertArrayEquals(expected, c.strips().add(x, c.cost(), c.operation(manager)).toFloatArray(), TOLERANCE);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void sumCoversEveryPixel(final Case c, final NDManager manager) {
		final NDArray x = c.map(manager);
		assertEquals(x.sum().getFloat(),
			c.strips().sum(x, c.cost(), (strip, haloed) -> new NDList(strip.inner(haloed).sum())).get(0).getFloat(),
			1e-3);
	}

	/** A map of twice the size has 2 x 2 pixels for every pixel; a map of half its size has one of them again. */
	@ParameterizedTest
	@MethodSource("cases")
	void resultsMayBeLargerOrSmaller(final Case c, final NDManager manager) {
		final NDArray x = c.map(manager);
		final NDArray twice = c.strips()
			.map(x, c.cost(), (strip, haloed) -> strip.inner(haloed).repeat(1, 2).repeat(2, 2));
		assertEquals(x.repeat(1, 2).repeat(2, 2), twice);
		final NDArray half = c.strips().map(twice, c.cost(), (strip, haloed) -> everySecond(strip.inner(haloed)));
		assertEquals(x, half);
	}

	/** Nothing closes what is left on the thread of a helper, which is in no scope; nor on this one here. */
	@Test
	void aFailureOfTheSecondHalfFreesTheFirst(final NDManager manager) {
		final NDArray x = manager.ones(new Shape(1, 16, 8, 1));
		final long before = LiveArrays.in(manager);
		final IllegalStateException failure = new IllegalStateException("the lower half");
		final AtomicInteger done = new AtomicInteger();
		final ScarceStrips scarce = new ScarceStrips(64, 1);
		assertSame(failure,
			assertThrows(IllegalStateException.class, () -> scarce.map(x, new PixelCost(0, 3, 1), (strip, haloed) -> {
				if (scarce.failures() > 0 && done.getAndIncrement() > 0)
					throw failure;
				return haloed.duplicate();
			})));
		assertEquals(1, scarce.failures());
		assertEquals(before, LiveArrays.in(manager));
	}

	@Test
	void aPartThatDoesNotFitIsFreed(final NDManager manager) {
		final NDArray x = manager.ones(new Shape(1, 128, 8, 1));
		final long before = LiveArrays.in(manager);
		assertThrows(RuntimeException.class, () -> TestStrips.of(1, 0, 1, Progress.NONE)
			.map(x, new PixelCost(0, 3, 1), (strip, haloed) -> haloed.get(":, :, :5").duplicate()));
		assertEquals(before, LiveArrays.in(manager));
	}

	private static NDArray everySecond(final NDArray x) {
		return x.get(new NDIndex(":, ::2, ::2")).duplicate();
	}
}
