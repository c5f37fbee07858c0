package org.drsformer.command.beforeafter;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Graphics;
import java.awt.event.MouseEvent;

import ij.ImagePlus;
import ij.gui.ImageCanvas;

/** Draws the line between before and after, and moves it with the mouse. Elsewhere the mouse works as usual. */
final class BeforeAfterCanvas extends ImageCanvas {

	private static final long serialVersionUID = 1;

	/** How near to the line, in pixels of the screen, the mouse takes it. */
	private static final int REACH = 8;
	private static final int HANDLE = 9;

	private final transient BeforeAfterStack stack;
	private boolean dragging;

	BeforeAfterCanvas(final ImagePlus image, final BeforeAfterStack stack) {
		super(image);
		this.stack = stack;
	}

	/** Returns where the line is on the screen; at the border if it is outside, so that it can be taken there. */
	private int lineX() {
		return Math.max(1, Math.min(getWidth() - 2, screenX(stack.line())));
	}

	/** Returns whether the image still compares: ImageJ replaces its stack when it is cropped or gets another type. */
	private boolean compares() {
		return imp.getStack() == stack;
	}

	private boolean isNear(final int x) {
		return compares() && Math.abs(x - lineX()) <= REACH;
	}

	@Override
	public void mousePressed(final MouseEvent event) {
		dragging = event.getButton() == MouseEvent.BUTTON1 && isNear(event.getX());
		if (!dragging)
			super.mousePressed(event);
	}

	@Override
	public void mouseDragged(final MouseEvent event) {
		if (!dragging) {
			super.mouseDragged(event);
			return;
		}
		stack.moveLine(offScreenX2(event.getX()), imp.getProcessor());
		imp.updateAndDraw();
	}

	@Override
	public void mouseReleased(final MouseEvent event) {
		if (!dragging)
			super.mouseReleased(event);
		dragging = false;
	}

	@Override
	public void setCursor(final int screenX, final int screenY, final int x, final int y) {
		super.setCursor(screenX, screenY, x, y);
		if (isNear(screenX))
			setCursor(Cursor.getPredefinedCursor(Cursor.E_RESIZE_CURSOR));
	}

	@Override
	public void paint(final Graphics graphics) {
		super.paint(graphics);
		if (compares())
			paintLine(graphics);
	}

	private void paintLine(final Graphics graphics) {
		final int x = lineX();
		final int y = getHeight() / 2;
		graphics.setColor(Color.BLACK);
		graphics.drawLine(x - 1, 0, x - 1, getHeight());
		graphics.drawLine(x + 1, 0, x + 1, getHeight());
		graphics.fillRect(x - HANDLE, y - HANDLE, 2 * HANDLE + 1, 2 * HANDLE + 1);
		graphics.setColor(Color.WHITE);
		graphics.drawLine(x, 0, x, getHeight());
		graphics.fillPolygon(new int[] { x - HANDLE + 1, x - 2, x - 2 },
			new int[] { y, y - HANDLE + 3, y + HANDLE - 3 }, 3);
		graphics.fillPolygon(new int[] { x + HANDLE - 1, x + 2, x + 2 },
			new int[] { y, y - HANDLE + 3, y + HANDLE - 3 }, 3);
	}
}
