package org.drsformer;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The labels of the constants of an enum, as users write them: their names in lower-case letters. */
public final class EnumLabels {

	private EnumLabels() {
		// static functions only
	}

	/** Returns the label of a constant. */
	public static String of(final Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	/** Returns the labels of all constants, in their order. */
	public static List<String> all(final Class<? extends Enum<?>> type) {
		return Stream.of(type.getEnumConstants()).map(EnumLabels::of).toList();
	}

	/**
	 * Returns the constant with a label, in letters of any case.
	 *
	 * @param what the word for such a constant, for the message
	 * @throws DrsformerException with one sentence that names all labels if there is no such constant
	 */
	public static <E extends Enum<E>> E parse(final Class<E> type, final String what, final String text) {
		return Stream.of(type.getEnumConstants())
			.filter(constant -> of(constant).equalsIgnoreCase(text.strip()))
			.findFirst()
			.orElseThrow(() -> new DrsformerException(
				"There is no " + what + " \"" + text + "\"; choose one of " + String.join(", ", all(type)) + "."));
	}
}
