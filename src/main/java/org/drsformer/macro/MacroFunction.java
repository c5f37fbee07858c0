package org.drsformer.macro;

import java.util.List;
import java.util.stream.Collectors;

import ij.macro.ExtensionDescriptor;
import ij.macro.MacroExtension;

/**
 * A function that macros call as {@code Ext.name(...)}.
 *
 * @param name without {@code Ext.}
 * @param arguments the arguments in their order
 * @param returns says what it returns; empty if nothing
 * @param does says what it does, in one or more sentences
 * @param body does the work
 */
record MacroFunction(String name, List<Argument> arguments, String returns, String does, Body body) {

	/** An argument, of a type of {@link MacroExtension}. */
	record Argument(String name, int type) {

		static Argument text(final String name) {
			return new Argument(name, MacroExtension.ARG_STRING);
		}

		/** Returns an argument for a variable of the macro that receives a number. */
		static Argument number(final String name) {
			return new Argument(name, MacroExtension.ARG_NUMBER | MacroExtension.ARG_OUTPUT);
		}

		/** Returns an argument like {@link #number} that a macro may leave out. */
		static Argument optionalNumber(final String name) {
			return new Argument(name, number(name).type | MacroExtension.ARG_OPTIONAL);
		}

		@Override
		public String toString() {
			return (type & MacroExtension.ARG_OPTIONAL) == 0 ? name : "[" + name + "]";
		}
	}

	/** The work of a function. */
	@FunctionalInterface
	interface Body {

		/**
		 * Does the work.
		 *
		 * @param arguments a String for a text, a Double[1] for a number to set, null for an argument that was left out
		 * @return the value for the macro, or null: ImageJ would print a value that the macro does not use
		 */
		String call(Object[] arguments);
	}

	ExtensionDescriptor descriptor(final MacroExtension handler) {
		return ExtensionDescriptor.newDescriptor(name, handler, arguments.stream().mapToInt(Argument::type).toArray());
	}

	/**
	 * Returns the call as macros write it, such as {@code Ext.psnr(result, target, value)}; brackets mark optional
	 * arguments.
	 */
	String signature() {
		return "Ext." + name + arguments.stream().map(Argument::toString).collect(Collectors.joining(", ", "(", ")"));
	}
}
