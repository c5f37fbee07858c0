package org.drsformer.macro;

import java.util.List;
import java.util.stream.Collectors;

import ij.macro.ExtensionDescriptor;
import ij.macro.MacroExtension;

/**
 * A function that macros call as {@code Ext.name(...)}.
 *
 * @param name without {@code Ext.}
 * @param arguments in their order
 * @param returns what it returns, in words; empty if nothing
 * @param does what it does, in one sentence
 * @param body what is called
 */
record MacroFunction(String name, List<Argument> arguments, String returns, String does, Body body) {

	/** An argument, of a type of {@link MacroExtension}. */
	record Argument(String name, int type) {

		static Argument text(final String name) {
			return new Argument(name, MacroExtension.ARG_STRING);
		}

		/** A variable of the macro, which gets a number. */
		static Argument number(final String name) {
			return new Argument(name, MacroExtension.ARG_NUMBER | MacroExtension.ARG_OUTPUT);
		}

		/** As {@link #number}, but a macro may leave it out. */
		static Argument optionalNumber(final String name) {
			return new Argument(name, number(name).type | MacroExtension.ARG_OPTIONAL);
		}

		@Override
		public String toString() {
			return (type & MacroExtension.ARG_OPTIONAL) == 0 ? name : "[" + name + "]";
		}
	}

	/** What a function does with its arguments. */
	@FunctionalInterface
	interface Body {

		/**
		 * @param arguments a String for a text, a Double[1] for a number that is set, null for one that was left out
		 * @return what the macro gets, or null: ImageJ would print anything that a macro has no use for
		 */
		String call(Object[] arguments);
	}

	ExtensionDescriptor descriptor(final MacroExtension handler) {
		return ExtensionDescriptor.newDescriptor(name, handler, arguments.stream().mapToInt(Argument::type).toArray());
	}

	/**
	 * As it is written in a macro, such as {@code Ext.psnr(result, target, value)}; in brackets what may be left out.
	 */
	String signature() {
		return "Ext." + name + arguments.stream().map(Argument::toString).collect(Collectors.joining(", ", "(", ")"));
	}
}
