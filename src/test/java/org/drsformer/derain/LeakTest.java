package org.drsformer.derain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;

import org.drsformer.LiveArrays;
import org.drsformer.image.frame.Frames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ai.djl.ndarray.NDManager;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Checks that every array is closed, since Java's garbage collection does not see native memory. */
class LeakTest {

	private static final int IMAGES = 200;

	@ParameterizedTest
	@ValueSource(strings = { TestModels.COLOR, TestModels.RESTORMER })
	void manyImagesLeaveNothingBehind(final String network) {
		try (Derainer derainer = TestModels.derainer(network)) {
			derainer.derain(image());
			final long afterFirst = LiveArrays.in(derainer.manager());
			assertTrue(afterFirst > 0);
			for (int i = 1; i < IMAGES; i++)
				derainer.derain(image());
			assertEquals(afterFirst, LiveArrays.in(derainer.manager()));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { TestModels.COLOR, TestModels.RESTORMER })
	void cancellingLeavesNothingBehind(final String network) {
		try (Derainer derainer = TestModels.derainer(network)) {
			derainer.derain(image());
			final long before = LiveArrays.in(derainer.manager());
			assertThrows(CancellationException.class,
				() -> derainer.derain(image(), Frames.NO_CHANNEL_AXIS, fraction -> {
					if (fraction > 0.5)
						throw new CancellationException();
				}));
			assertEquals(before, LiveArrays.in(derainer.manager()));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { TestModels.COLOR, TestModels.RESTORMER })
	void closingFreesTheWeights(final String network) {
		final Derainer derainer = TestModels.derainer(network);
		final NDManager manager = derainer.manager();
		derainer.close();
		assertEquals(0, LiveArrays.in(manager));
	}

	private static RandomAccessibleInterval<UnsignedByteType> image() {
		return ArrayImgs.unsignedBytes(16, 16);
	}
}
