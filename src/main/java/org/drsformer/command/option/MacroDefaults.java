package org.drsformer.command.option;

import java.awt.GraphicsEnvironment;

import org.drsformer.DrsformerException;
import org.drsformer.macro.MacroError;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

/**
 * Prevents dialogs when a macro runs our commands with options, or where no dialog is possible: an option that is left
 * out has its default, and an invalid option ends the macro. Runs after imagej-legacy, which reads options but does not
 * check them, and before SciJava asks for missing inputs.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH - 1)
public final class MacroDefaults extends AbstractPreprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!MacroInputs.isOurs(module) || !IJ.isMacro())
			return;
		final String options = Macro.getOptions();
		if (options == null && !Interpreter.isBatchMode() && !GraphicsEnvironment.isHeadless())
			return;
		try {
			MacroInputs.set(module, options == null ? "" : options);
		}
		catch (final DrsformerException refused) {
			MacroError.end(refused.getMessage());
			cancel("");
		}
	}
}
