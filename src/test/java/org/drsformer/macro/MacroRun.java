package org.drsformer.macro;

import java.awt.HeadlessException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import ij.macro.Interpreter;

/** A macro that has run to its end or to its error, in ImageJ's interpreter and without ImageJ's window. */
record MacroRun(String returned, String errors, boolean aborted) {

	static {
		CommandTable.fill();
	}

	/** Runs a macro that uses the functions of DRSformer; its error is the text that a console would show. */
	static MacroRun of(final String macro) {
		return plain("run('DRSformer Macro Functions');\n" + macro);
	}

	static MacroRun plain(final String macro) {
		final PrintStream console = System.err;
		final ByteArrayOutputStream errors = new ByteArrayOutputStream();
		System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
		final Interpreter interpreter = new Interpreter();
		try {
			return new MacroRun(interpreter.run(macro, ""), errors.toString(StandardCharsets.UTF_8), false);
		}
		// ImageJ shows its own errors in dialogs
		catch (final HeadlessException dialog) {
			throw new AssertionError(interpreter.getErrorMessage() + " in line " + interpreter.getLineNumber(), dialog);
		}
		catch (final RuntimeException cancelled) {
			if (!ij.Macro.MACRO_CANCELED.equals(cancelled.getMessage()))
				throw cancelled;
			return new MacroRun(null, errors.toString(StandardCharsets.UTF_8), true);
		}
		finally {
			System.setErr(console);
		}
	}
}
