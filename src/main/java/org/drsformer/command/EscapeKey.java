package org.drsformer.command;

import java.awt.Dialog;
import java.awt.GraphicsEnvironment;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;

import ij.IJ;

/**
 * Notices the Escape key while a command works, whichever window of Fiji has the focus. ImageJ notices it only in its
 * main window and in the windows of images. In a dialog the key closes that dialog and means nothing else.
 */
final class EscapeKey implements KeyEventDispatcher, AutoCloseable {

	private volatile boolean pressed;

	EscapeKey() {
		IJ.resetEscape();
		if (!GraphicsEnvironment.isHeadless())
			KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(this);
	}

	boolean isPressed() {
		return pressed || IJ.escapePressed();
	}

	@Override
	public boolean dispatchKeyEvent(final KeyEvent event) {
		final boolean inDialog = KeyboardFocusManager.getCurrentKeyboardFocusManager()
			.getFocusedWindow() instanceof Dialog;
		if (event.getID() == KeyEvent.KEY_PRESSED && event.getKeyCode() == KeyEvent.VK_ESCAPE && !inDialog)
			pressed = true;
		// others may use it as well
		return false;
	}

	@Override
	public void close() {
		if (!GraphicsEnvironment.isHeadless())
			KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(this);
	}
}
