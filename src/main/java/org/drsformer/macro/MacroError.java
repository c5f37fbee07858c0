package org.drsformer.macro;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

/** Aborts macros the way that ImageJ does for its own functions: with one sentence and the line, not with a stack trace. */
final class MacroError {

	private static volatile String last = "";

	private MacroError() {
		// static functions only
	}

	/** The sentence of the last error since the start, also of other macros; empty if there was none. */
	static String last() {
		return last;
	}

	/**
	 * Aborts the macro that runs.
	 *
	 * @return never; typed so that callers can throw it
	 */
	static RuntimeException abort(final String sentence) {
		last = sentence;
		final Interpreter macro = Interpreter.getInstance();
		if (macro != null) {
			// without the window of ImageJ nobody is there to close a dialog, and without a display there cannot be one
			if (IJ.getInstance() == null)
				print(macro, sentence);
			macro.abort(sentence);
		}
		throw new RuntimeException(Macro.MACRO_CANCELED);
	}

	/** The place and the form that Fiji prints macro errors in when it is headless. */
	private static void print(final Interpreter macro, final String sentence) {
		System.err.println("Macro Error: " + sentence + " in line " + macro.getLineNumber());
		macro.setIgnoreErrors(true);
	}
}
