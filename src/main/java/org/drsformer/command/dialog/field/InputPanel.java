package org.drsformer.command.dialog.field;

import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Shows the fields of a dialog below each other, each with its label and its description as a tooltip. */
public final class InputPanel extends JPanel {

	private static final long serialVersionUID = 1;
	private static final Insets MARGIN = new Insets(2, 4, 2, 4);
	private static final int TOOLTIP = 300;

	public InputPanel(final Inputs inputs) {
		super(new GridBagLayout());
		int row = 0;
		for (final Field field : inputs.fields())
			add(field, row++);
	}

	private void add(final Field field, final int row) {
		final JComponent component = field.component();
		final String tip = "<html><body style='width:" + TOOLTIP + "px'>" +
			ModelLines.escape(field.item().getDescription());
		explain(component, tip);
		component.setName(field.item().getName());
		if (field.hasLabel()) {
			final JLabel label = new JLabel(field.item().getLabel());
			label.setToolTipText(tip);
			label.setLabelFor(component);
			add(label, place(0, row, GridBagConstraints.NONE));
		}
		add(component, place(1, row, GridBagConstraints.HORIZONTAL));
	}

	private static void explain(final JComponent component, final String tip) {
		component.setToolTipText(tip);
		for (final Component part : component.getComponents())
			if (part instanceof final JComponent child && component instanceof JPanel)
				explain(child, tip);
	}

	private static GridBagConstraints place(final int column, final int row, final int fill) {
		return new GridBagConstraints(column, row, 1, 1, column, 0,
			column == 0 ? GridBagConstraints.BASELINE_TRAILING : GridBagConstraints.BASELINE_LEADING, fill, MARGIN, 0,
			0);
	}
}
