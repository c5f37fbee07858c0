package org.drsformer.macro;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

/**
 * Aborts macros the way that ImageJ does for its own functions: with one sentence and the line, not with a stack trace.
 */
public final class MacroError {

	private static volatile String last = "";

	private MacroError() {
		// static functions only
	}

	/** The sentence of the last error since the start, also of other macros; empty if there was none. */
	static String last() {
		return last;
	}

	/**
	 * Aborts the macro that runs, from its own thread.
	 *
	 * @return never; typed so that callers can throw it
	 */
	static RuntimeException abort(final String sentence) {
		end(sentence);
		throw new RuntimeException(Macro.MACRO_CANCELED);
	}

	/**
	 * Ends the macro that runs with an error. Returns, also on another thread than the macro's, where an exception
	 * would be taken for a fault.
	 */
	public static void end(final String sentence) {
		last = sentence;
		final Interpreter macro = Interpreter.getInstance();
		try {
			if (macro == null)
				IJ.error("DRSformer", sentence);
			else
				end(macro, sentence);
		}
		catch (final RuntimeException cancelled) {
			if (!Macro.MACRO_CANCELED.equals(cancelled.getMessage()))
				throw cancelled;
		}
	}

	/** Ends the macro that runs with an error that something else shows. */
	public static void endSilently(final String sentence) {
		last = sentence;
		Macro.abort();
	}

	/** Without the window of ImageJ nobody is there to close a dialog, and without a display there cannot be one. */
	private static void end(final Interpreter macro, final String sentence) {
		if (IJ.getInstance() == null) {
			// as Fiji does when it is headless
			System.err.println("Macro Error: " + sentence + " in line " + macro.getLineNumber());
			macro.setIgnoreErrors(true);
		}
		macro.abort(sentence);
	}
}
