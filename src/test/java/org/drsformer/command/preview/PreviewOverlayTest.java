package org.drsformer.command.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;

/** After a preview the overlay of the image is the one from before; nothing else is touched. */
class PreviewOverlayTest {

	private static final PreviewPart PART = new PreviewPart(new Rectangle(2, 3, 4, 5), false);

	private final ImagePlus image = new ImagePlus("i", new ByteProcessor(20, 20));
	private final PreviewOverlay preview = new PreviewOverlay(image);

	private void show() {
		preview.show(new ColorProcessor(4, 5), PART);
	}

	@Test
	void shownAndTakenAway() {
		show();
		assertTrue(image.getOverlay().get(0) instanceof ImageRoi);
		assertEquals(PART.pixels(), image.getOverlay().get(0).getBounds());
		preview.hide();
		preview.hide();
		assertNull(image.getOverlay());
		assertFalse(image.changes);
	}

	@Test
	void theOverlayOfTheImageStaysInFront() {
		final Overlay mine = new Overlay(new Line(0, 0, 9, 9));
		image.setOverlay(mine);
		show();
		show();
		assertEquals(3, image.getOverlay().size());
		assertTrue(image.getOverlay().get(2) instanceof Line);
		preview.hide();
		assertSame(mine, image.getOverlay());
		assertEquals(1, mine.size());
	}

	@Test
	void aHiddenOverlayStaysHidden() {
		image.setOverlay(new Overlay(new Line(0, 0, 9, 9)));
		image.setHideOverlay(true);
		show();
		assertEquals(2, image.getOverlay().size());
		assertFalse(image.getHideOverlay());
		preview.hide();
		assertTrue(image.getHideOverlay());
		assertEquals(1, image.getOverlay().size());
	}

	@Test
	void whatTheUserAddsMeanwhileStays() {
		show();
		final Roi added = new Roi(1, 1, 2, 2);
		image.getOverlay().add(added);
		preview.hide();
		assertEquals(1, image.getOverlay().size());
		assertSame(added, image.getOverlay().get(0));
	}

	@Test
	void anotherOverlayIsLeftAlone() {
		show();
		final Overlay other = new Overlay();
		image.setOverlay(other);
		preview.hide();
		assertSame(other, image.getOverlay());
	}
}
