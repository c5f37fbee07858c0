package org.drsformer.macro;

import java.awt.EventQueue;

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
		if (macro == null)
			caught(() -> IJ.error("DRSformer", sentence));
		else if (IJ.getInstance() == null)
			caught(() -> endOnConsole(macro, sentence));
		else
			endInDialog(macro, sentence);
	}

	/**
	 * Ends the macro that runs with an error that the caller shows. {@link Macro#abort} ends only macros whose thread
	 * ImageJ has started.
	 */
	public static void endSilently(final String sentence) {
		last = sentence;
		final Interpreter macro = Interpreter.getInstance();
		if (macro == null)
			caught(Macro::abort);
		else
			caught(() -> endQuietly(macro, sentence));
	}

	private static void endQuietly(final Interpreter macro, final String sentence) {
		macro.setIgnoreErrors(true);
		macro.abort(sentence);
	}

	/** Does what ends a macro, for which ImageJ throws an exception. */
	private static void caught(final Runnable ending) {
		try {
			ending.run();
		}
		catch (final RuntimeException cancelled) {
			if (!Macro.MACRO_CANCELED.equals(cancelled.getMessage()))
				throw cancelled;
		}
	}

	/** Without ImageJ's window nobody can close a dialog, so the error goes to the console, as Fiji does it. */
	private static void endOnConsole(final Interpreter macro, final String sentence) {
		System.err.println("Macro Error: " + sentence + " in line " + macro.getLineNumber());
		endQuietly(macro, sentence);
	}

	/**
	 * Shows ImageJ's own dialog for errors, and waits for the user. A dialog of ImageJ closes at once if there are
	 * options of a macro on its thread, and in Fiji the thread of a command has those of the macro. A new thread has
	 * none.
	 */
	private static void endInDialog(final Interpreter macro, final String sentence) {
		final Runnable dialog = () -> caught(() -> macro.abort(sentence));
		if (EventQueue.isDispatchThread()) {
			dialog.run();
			return;
		}
		final Thread thread = new Thread(dialog, "macro error");
		thread.start();
		try {
			thread.join();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}
}
