package org.drsformer.command.dialog.field;

import java.math.BigDecimal;

import org.drsformer.DrsformerException;
import org.scijava.module.ModuleItem;

/** A text or a number. A number is shown with all of its digits and without an exponent. */
final class TextField extends BoxField {

	private static final int COLUMNS = 14;

	TextField(final ModuleItem<?> item) {
		super(item, COLUMNS);
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
}
