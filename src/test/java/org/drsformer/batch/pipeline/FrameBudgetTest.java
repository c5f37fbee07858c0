package org.drsformer.batch.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

class FrameBudgetTest {

	private static QueuedFrame frame(final ImageProcessor... slices) {
		return new QueuedFrame(null, null, 0, List.of(slices), null);
	}

	@Test
	void framesHaveTheBytesOfTheirPixels() {
		assertEquals(20, frame(new ByteProcessor(5, 4)).bytes());
		assertEquals(40, frame(new ShortProcessor(5, 4)).bytes());
		assertEquals(80, frame(new FloatProcessor(5, 4)).bytes());
		assertEquals(160, frame(new ColorProcessor(5, 4), new ColorProcessor(5, 4)).bytes());
		assertEquals(0, QueuedFrame.END.bytes());
	}

	@Test
	void roomComesBack() throws InterruptedException {
		final FrameBudget budget = new FrameBudget(100);
		final QueuedFrame small = frame(new ByteProcessor(10, 4));
		final QueuedFrame large = frame(new ByteProcessor(10, 9));
		assertTrue(budget.isLarge(large) && !budget.isLarge(small));
		budget.take(small);
		assertTrue(budget.hasRoom());
		budget.take(large);
		assertFalse(budget.hasRoom());
		budget.release(small);
		assertTrue(budget.hasRoom());
	}
}
