package org.drsformer.macro;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import javax.script.ScriptEngine;
import javax.script.SimpleBindings;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import org.scijava.script.AbstractScriptEngine;
import org.scijava.script.AbstractScriptLanguage;
import org.scijava.script.ScriptLanguage;

import ij.macro.Interpreter;

/**
 * The macro language for SciJava scripts, whose parameters become variables of the macro. In Fiji imagej-legacy
 * provides it, which has a higher priority.
 */
@Plugin(type = ScriptLanguage.class, name = "ImageJ Macro", priority = Priority.EXTREMELY_LOW)
public final class MacroLanguage extends AbstractScriptLanguage {

	/** The value that a script returns after it has run to its end. */
	static final String END = "end of script";

	@Override
	public List<String> getExtensions() {
		return List.of("ijm");
	}

	@Override
	public ScriptEngine getScriptEngine() {
		return new Engine();
	}

	private static final class Engine extends AbstractScriptEngine {

		private Engine() {
			engineScopeBindings = new SimpleBindings();
		}

		@Override
		public Object eval(final String script) {
			final StringBuilder variables = new StringBuilder();
			for (final Map.Entry<String, Object> input : engineScopeBindings.entrySet())
				if (input.getKey().matches("\\w+"))
					variables.append("var ")
						.append(input.getKey())
						.append(" = ")
						.append(text(input.getValue()))
						.append("; ");
			return new Interpreter().run(variables + script + "\nreturn '" + END + "';", "");
		}

		/** A variable without a value is 0. */
		private static String text(final Object value) {
			return value == null ? "0"
				: "'" + (value instanceof final File file ? file.getAbsolutePath() : value) + "'";
		}

		@Override
		public Object eval(final Reader reader) {
			try {
				final StringWriter script = new StringWriter();
				reader.transferTo(script);
				return eval(script.toString());
			}
			catch (final IOException failure) {
				throw new UncheckedIOException(failure);
			}
		}
	}
}
