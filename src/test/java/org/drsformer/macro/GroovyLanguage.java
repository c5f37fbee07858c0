package org.drsformer.macro;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;

/** Groovy for SciJava scripts, which scripting-groovy provides in Fiji; has a lower priority than that. */
@Plugin(type = ScriptLanguage.class, name = "Groovy", priority = Priority.EXTREMELY_LOW)
public final class GroovyLanguage extends AdaptedScriptLanguage {

	public GroovyLanguage() {
		super("groovy");
	}
}
