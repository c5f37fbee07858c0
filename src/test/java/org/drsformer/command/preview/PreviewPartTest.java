package org.drsformer.command.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.util.Random;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;

class PreviewPartTest {

	private static final int MOST = PreviewPart.MOST_SIDE * PreviewPart.MOST_SIDE;

	@Test
	void showsAllOfWhatIsSmall() {
		final Rectangle derained = new Rectangle(10, 20, 512, 512);
		assertEquals(new PreviewPart(derained, true), PreviewPart.of(new Rectangle(500, 500, 5, 5), derained));
	}

	@Test
	void showsTheMiddleOfWhatIsVisible() {
		final PreviewPart part = PreviewPart.of(new Rectangle(1000, 0, 1000, 1000), new Rectangle(4000, 3000));
		assertEquals(new PreviewPart(new Rectangle(1244, 244, 512, 512), false), part);
	}

	@Test
	void showsAllThatIsVisibleIfThatIsSmall() {
		final Rectangle visible = new Rectangle(1000, 800, 300, 200);
		assertEquals(new PreviewPart(visible, false), PreviewPart.of(visible, new Rectangle(4000, 3000)));
	}

	@Test
	void isNeverLargerThanAllowedAndAlwaysInside() {
		final Random random = new Random(7);
		for (int i = 0; i < 1000; i++) {
			final Rectangle derained = rectangle(random);
			final Rectangle visible = rectangle(random);
			if (!derained.intersects(visible) || (long) derained.width * derained.height <= MOST)
				continue;
			final PreviewPart part = PreviewPart.of(visible, derained);
			final Rectangle pixels = part.pixels();
			assertFalse(part.exact());
			assertTrue(derained.intersection(visible).contains(pixels), part::toString);
			assertTrue(pixels.width > 0 && pixels.height > 0 && pixels.width * pixels.height <= MOST, part::toString);
		}
	}

	private static Rectangle rectangle(final Random random) {
		return new Rectangle(random.nextInt(500), random.nextInt(500), 1 + random.nextInt(9000),
			1 + random.nextInt(900));
	}

	@Test
	void saysThatTheSelectionIsNotVisible() {
		assertEquals("The selection is not visible; scroll to it.", assertThrows(DrsformerException.class,
			() -> PreviewPart.of(new Rectangle(10, 10), new Rectangle(100, 100, 1000, 1000))).getMessage());
	}
}
