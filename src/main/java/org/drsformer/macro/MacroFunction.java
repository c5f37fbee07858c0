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

	/** An argument; an output is a variable of the macro, which gets a number. */
	record Argument(String name, boolean output) {

		static Argument text(final String name) {
			return new Argument(name, false);
		}

		static Argument number(final String name) {
			return new Argument(name, true);
		}

		int type() {
			return output ? MacroExtension.ARG_NUMBER | MacroExtension.ARG_OUTPUT : MacroExtension.ARG_STRING;
		}
	}

	/** What a function does with its arguments. */
	@FunctionalInterface
	interface Body {

		/**
		 * @param arguments a String for a text, a Double[1] for a number that is set
		 * @return what the macro gets, or null
		 */
		String call(Object[] arguments);
	}

	ExtensionDescriptor descriptor(final MacroExtension handler) {
		return ExtensionDescriptor.newDescriptor(name, handler, arguments.stream().mapToInt(Argument::type).toArray());
	}

	/** As it is written in a macro, such as {@code Ext.psnr(result, target, value)}. */
	String signature() {
		return "Ext." + name + arguments.stream().map(Argument::name).collect(Collectors.joining(", ", "(", ")"));
	}
}
