package org.drsformer.macro;

import java.io.File;
import java.util.List;
import java.util.Map;

/** The macro functions, for the documentation and its tests. */
public final class FunctionReference {

	private static final FunctionTable TABLE = new FunctionTable(new MacroSession());

	private FunctionReference() {
		// static functions only
	}

	/** Returns their names, without {@code Ext.} */
	public static List<String> names() {
		return TABLE.functions().stream().map(MacroFunction::name).toList();
	}

	/** Returns a table of them, in Markdown. */
	public static String markdown() {
		return TABLE.markdown();
	}

	/**
	 * Runs a macro to its end, without a window.
	 *
	 * @return the errors; empty if there are none
	 */
	public static String run(final String macro) {
		final MacroRun run = MacroRun.plain(macro);
		return run.aborted() ? "aborted: " + run.errors() : "";
	}

	/**
	 * Runs a SciJava script to its end; fails if it does not get there.
	 *
	 * @param inputs its parameters that are not services, by name
	 */
	public static void runScript(final File script, final Map<String, Object> inputs) throws Exception {
		try (Scripts scripts = new Scripts()) {
			scripts.run(script, inputs);
		}
	}
}
