package org.drsformer.command.dialog.field;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Values that other inputs must have, such as {@code planes=range}, or {@code from=scratch & resume=false}.
 * {@code from!=scratch} stands for all other values.
 */
record Condition(List<Term> terms) {

	/** One value that an input must, or must not, have. */
	private record Term(String name, String value, boolean wanted) {

		private static Term parse(final String text) {
			final String[] parts = text.strip().split("!?=", 2);
			return new Term(parts[0], parts[1], !text.contains("!="));
		}
	}

	/** Returns the condition; one that always holds for null. */
	static Condition parse(final String text) {
		return new Condition(text == null ? List.of() : Arrays.stream(text.split("&")).map(Term::parse).toList());
	}

	/** @param values gives the value of an input by its name */
	boolean holds(final UnaryOperator<String> values) {
		return terms.stream().allMatch(term -> term.value.equals(values.apply(term.name)) == term.wanted);
	}

	/** Returns the values that make it true, by the names of the inputs. */
	Map<String, String> fulfilled() {
		final Map<String, String> values = new LinkedHashMap<>();
		terms.stream().filter(Term::wanted).forEach(term -> values.put(term.name, term.value));
		return values;
	}
}
