package org.drsformer.command.dialog.field;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;

import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

import org.drsformer.command.dialog.frame.Html;

/** Shows the fields of a dialog below each other, each with its label and its description as a tooltip. */
public final class InputPanel extends JPanel {

	private static final long serialVersionUID = 1;
	private static final Insets MARGIN = new Insets(2, 4, 2, 4);
	private static final int TOOLTIP = 300;
	private static final int LINE = new JComboBox<>().getPreferredSize().height;

	public InputPanel(final Inputs inputs) {
		super(new GridBagLayout());
		int row = 0;
		for (final Field field : inputs.fields())
			add(field, row++);
	}

	private void add(final Field field, final int row) {
		final JComponent component = field.component();
		final String tip = "<html><body style='width:" + TOOLTIP + "px'>" + Html.escape(field.item().getDescription());
		explain(component, tip);
		component.setName(field.item().getName());
		if (field.hasLabel())
			add(label(field, tip), place(0, row, GridBagConstraints.FIRST_LINE_END, GridBagConstraints.NONE));
		add(component, place(1, row, GridBagConstraints.FIRST_LINE_START, GridBagConstraints.HORIZONTAL));
	}

	/** The label is as high as the first line of the field, whatever is below that. */
	private static JLabel label(final Field field, final String tip) {
		final JLabel label = new JLabel(field.item().getLabel());
		label.setPreferredSize(
			new Dimension(label.getPreferredSize().width, Math.min(LINE, field.component().getPreferredSize().height)));
		label.setToolTipText(tip);
		label.setLabelFor(field.component());
		return label;
	}

	private static void explain(final JComponent component, final String tip) {
		component.setToolTipText(tip);
		for (final Component part : component.getComponents())
			if (part instanceof final JComponent child && component instanceof JPanel)
				explain(child, tip);
	}

	private static GridBagConstraints place(final int column, final int row, final int anchor, final int fill) {
		return new GridBagConstraints(column, row, 1, 1, column, 0, anchor, fill, MARGIN, 0, 0);
	}
}
