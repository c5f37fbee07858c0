package org.drsformer.command.dialog.field;

import java.math.BigDecimal;

import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

import org.drsformer.DrsformerException;
import org.scijava.module.ModuleItem;

/** A text or a number. A number is shown with all of its digits and without an exponent. */
final class TextField extends Field {

	private static final int COLUMNS = 14;

	private final JTextField box = new JTextField(COLUMNS);

	TextField(final ModuleItem<?> item) {
		super(item);
		listen(box, this::changed);
	}

	/** Reports every change of the text of a box. */
	static void listen(final JTextField box, final Runnable listener) {
		box.getDocument().addDocumentListener(new DocumentListener() {

			@Override
			public void insertUpdate(final DocumentEvent event) {
				listener.run();
			}

			@Override
			public void removeUpdate(final DocumentEvent event) {
				listener.run();
			}

			@Override
			public void changedUpdate(final DocumentEvent event) {
				// of attributes, which a plain text has not
			}
		});
	}

	/** Returns how a value is shown. */
	static String plain(final Object value) {
		if (value instanceof final Double number)
			return number == 0 ? "0" : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
		return value == null ? "" : value.toString();
	}

	@Override
	Object value() {
		try {
			return super.value();
		}
		catch (final DrsformerException refused) {
			if (item().getType() == String.class || !text().contains(","))
				throw refused;
			throw new DrsformerException(item().getLabel() + " cannot be \"" + text() +
				"\"; write a number without commas, and with a point as the decimal sign.");
		}
	}

	@Override
	JComponent component() {
		return box;
	}

	@Override
	String text() {
		return box.getText();
	}

	@Override
	void show(final String text) {
		box.setText(text);
	}

	@Override
	void setEnabled(final boolean enabled) {
		box.setEnabled(enabled);
	}
}
