package org.drsformer.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;

import javax.swing.JLabel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import ij.IJ;

class EscapeKeyTest {

	private final EscapeKey escape = new EscapeKey();

	@AfterEach
	void close() {
		escape.close();
		IJ.resetEscape();
	}

	private boolean isConsumed(final int type, final int key) {
		return escape.dispatchKeyEvent(new KeyEvent(new JLabel(), type, 0, 0, key, KeyEvent.CHAR_UNDEFINED));
	}

	@Test
	void noticesTheKeyAndLeavesItToOthers() {
		assertFalse(escape.isPressed());
		assertFalse(isConsumed(KeyEvent.KEY_PRESSED, KeyEvent.VK_ENTER));
		assertFalse(isConsumed(KeyEvent.KEY_RELEASED, KeyEvent.VK_ESCAPE));
		assertFalse(escape.isPressed());
		assertFalse(isConsumed(KeyEvent.KEY_PRESSED, KeyEvent.VK_ESCAPE));
		assertTrue(escape.isPressed());
	}

	@Test
	void noticesWhatImageJNotices() {
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		assertTrue(escape.isPressed());
	}

	@Test
	void forgetsWhatWasPressedBefore() {
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		try (EscapeKey later = new EscapeKey()) {
			assertFalse(later.isPressed());
		}
	}
}
