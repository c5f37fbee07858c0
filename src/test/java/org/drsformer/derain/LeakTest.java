package org.drsformer.derain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.drsformer.image.Frames;
import org.junit.jupiter.api.Test;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Native memory is not seen by Java's garbage collection: every array has to be closed. */
class LeakTest {

	private static final int IMAGES = 200;

	@Test
	void manyImagesLeaveNothingBehind() {
		try (Derainer derainer = TestModels.derainer(TestModels.COLOR)) {
			derainer.derain(image());
			final long afterFirst = liveArrays(derainer.manager());
			assertTrue(afterFirst > 0);
			for (int i = 1; i < IMAGES; i++)
				derainer.derain(image());
			assertEquals(afterFirst, liveArrays(derainer.manager()));
		}
	}

	@Test
	void cancellingLeavesNothingBehind() {
		try (Derainer derainer = TestModels.derainer(TestModels.COLOR)) {
			derainer.derain(image());
			final long before = liveArrays(derainer.manager());
			assertThrows(CancellationException.class, () -> derainer.derain(image(), Frames.NO_CHANNEL_AXIS, fraction -> {
				if (fraction > 0.5)
					throw new CancellationException();
			}));
			assertEquals(before, liveArrays(derainer.manager()));
		}
	}

	@Test
	void closingFreesTheWeights() {
		final Derainer derainer = TestModels.derainer(TestModels.COLOR);
		final NDManager manager = derainer.manager();
		derainer.close();
		assertEquals(0, liveArrays(manager));
	}

	private static RandomAccessibleInterval<UnsignedByteType> image() {
		return ArrayImgs.unsignedBytes(16, 16);
	}

	/** In this manager and all below; DJL shows only those of one manager. */
	private static long liveArrays(final NDManager manager) {
		long count = 0;
		for (final Object resource : resources(manager).values())
			count += resource instanceof final NDManager child ? liveArrays(child) : resource instanceof NDArray ? 1 : 0;
		return count;
	}

	private static Map<?, ?> resources(final NDManager manager) {
		try {
			final Field resources = BaseNDManager.class.getDeclaredField("resources");
			resources.setAccessible(true);
			return (Map<?, ?>) resources.get(manager);
		}
		catch (final ReflectiveOperationException failure) {
			throw new AssertionError(failure);
		}
	}
}
