package org.drsformer.command.beforeafter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.event.MouseEvent;

import org.drsformer.derain.imageplus.ImageChoice;
import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;

class BeforeAfterCanvasTest {

	private static final int WIDTH = 40;

	private final ImagePlus image = BeforeAfter.of(rgb("rainy"), ImageChoice.WHOLE).image(rgb("derained"));
	private final BeforeAfterStack stack = (BeforeAfterStack) image.getStack();
	private final BeforeAfterCanvas canvas = new BeforeAfterCanvas(image, stack);

	private static ImagePlus rgb(final String title) {
		return IJ.createImage(title, "RGB black", WIDTH, 9, 1);
	}

	private MouseEvent mouse(final int id, final int x) {
		return new MouseEvent(canvas, id, 0, MouseEvent.BUTTON1_DOWN_MASK, x, 4, 1, false, MouseEvent.BUTTON1);
	}

	private void drag(final int from, final int to) {
		canvas.mousePressed(mouse(MouseEvent.MOUSE_PRESSED, from));
		canvas.mouseDragged(mouse(MouseEvent.MOUSE_DRAGGED, to));
		canvas.mouseReleased(mouse(MouseEvent.MOUSE_RELEASED, to));
	}

	@Test
	void theMouseMovesTheLine() {
		drag(WIDTH / 2 + 1, 7);
		assertEquals(7, stack.line());
	}

	@Test
	void theLineStaysWhenTheImageDoesNotCompareAnyMore() {
		image.setProcessor(image.getProcessor().convertToByte(false));
		drag(WIDTH / 2 + 1, 7);
		assertEquals(WIDTH / 2, stack.line());
	}
}
