package org.drsformer.command.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;

import org.drsformer.Progress;
import org.drsformer.image.ValueRange;
import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;

class AutoRangeTest {

	private static final Progress PROGRESS = fraction -> {};

	private final ImagePlus image = IJ.createImage("stack.tif", "16-bit black", 4, 4, 3);
	private final AutoRange range = new AutoRange(image);

	private static void check(final double white, final ValueRange range) {
		assertEquals(new ValueRange(0, white), range);
	}

	@Test
	void isFoundAnewWhenPixelsHaveChanged() {
		check(255, range.of(0, PROGRESS));
		image.getStack().getProcessor(3).set(1, 1, 4000);
		check(255, range.of(0, PROGRESS));
		check(4095, range.of(1, PROGRESS));
		image.getStack().getProcessor(3).set(1, 1, 0);
		check(255, range.of(2, PROGRESS));
	}

	@Test
	void aVirtualStackIsReadOnce() {
		final ImagePlus virtual = new ImagePlus("virtual", new VirtualStack(4, 4, 3, "16-bit"));
		final AutoRange once = new AutoRange(virtual);
		final ValueRange first = once.of(0, PROGRESS);
		assertEquals(first, once.of(1, fraction -> {
			throw new IllegalStateException("read again");
		}));
	}

	@Test
	void aCancelledScanLeavesNoRange() {
		assertThrows(CancellationException.class, () -> range.of(0, fraction -> {
			throw new CancellationException();
		}));
		check(255, range.of(0, PROGRESS));
	}
}
