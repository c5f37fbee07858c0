package org.drsformer.command.dialog.importing;

import java.awt.Dimension;

import javax.swing.JComboBox;
import javax.swing.JList;

/** A list of models that opens as wide as its longest line, so that no line is cut. */
public final class ModelBox extends JComboBox<String> {

	private static final long serialVersionUID = 1;
	private static final int SCROLL_BAR = 24;

	private boolean layingOut;

	@Override
	public void doLayout() {
		layingOut = true;
		super.doLayout();
		layingOut = false;
	}

	/** Swing gives the opened list the width that is returned here, except while the box itself is laid out. */
	@Override
	public Dimension getSize() {
		final Dimension size = super.getSize();
		if (!layingOut && isShowing())
			size.width = Math.max(size.width, widestLine());
		return size;
	}

	/** Returns the width of the opened list in pixels. */
	int widestLine() {
		final JList<String> list = new JList<>(getModel());
		list.setFont(getFont());
		list.setCellRenderer(getRenderer());
		return list.getPreferredSize().width + SCROLL_BAR;
	}
}
