package org.drsformer.command.dialog.field;

import java.awt.Color;

import javax.swing.JLabel;

/** A sentence in a dialog, wrapped at the width of the dialog: what is wrong, or what is being done. */
public final class Message extends JLabel {

	private static final long serialVersionUID = 1;
	private static final int LEAST_WIDTH = 400;
	/** Swing takes a pixel of a style for more than a pixel. */
	private static final double SCALE = 1.35;
	private static final Color RED = new Color(0xb00020);

	public Message() {
		super(" ");
		setForeground(RED);
	}

	/** Shows a sentence; an empty text shows none. */
	public void tell(final String sentence) {
		setText(sentence.isEmpty() ? " " : "<html><body style='width:" + WIDTH + "px'>" + ModelLines.escape(sentence));
	}
}
