package org.drsformer.macro;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

/**
 * Aborts macros as ImageJ's own functions do: with one sentence and the line number, without a stack trace.
 */
public final class MacroError {

	private static volatile String last = "";

	private MacroError() {
		// static functions only
	}

	/** Returns the sentence of the last error since the start, also of other macros; empty if there was none. */
	static String last() {
		return last;
	}

	/**
	 * Aborts the macro that runs; called on its own thread.
	 *
	 * @return never returns; the type lets callers throw it
	 */
	static RuntimeException abort(final String sentence) {
		end(sentence);
		throw new RuntimeException(Macro.MACRO_CANCELED);
	}

	/**
	 * Ends the macro that runs with an error. Returns normally, since on another thread than the macro's an exception
	 * would look like a fault.
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

	/** Ends the macro that runs with an error that the caller shows. */
	public static void endSilently(final String sentence) {
		last = sentence;
		Macro.abort();
	}

	/** Without ImageJ's window nobody can close a dialog, so the error goes to the console. */
	private static void end(final Interpreter macro, final String sentence) {
		if (IJ.getInstance() == null) {
			// as Fiji does when it is headless
			System.err.println("Macro Error: " + sentence + " in line " + macro.getLineNumber());
			macro.setIgnoreErrors(true);
		}
		macro.abort(sentence);
	}
}
