package org.drsformer.command;

import java.awt.GraphicsEnvironment;
import java.io.File;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

/**
 * Resolves a file that is the last missing input. SciJava would ask for it even if it is optional, and would skip the
 * command without a message where it cannot ask.
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 0.75)
public final class MissingFileResolver extends AbstractPreprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (module.getDelegateObject() instanceof DrsformerCommand)
			for (final ModuleItem<?> input : module.getInfo().inputs())
				if (input.getType() == File.class && !module.isInputResolved(input.getName()))
					process(module, input);
	}

	private void process(final Module module, final ModuleItem<?> input) {
		final boolean headless = GraphicsEnvironment.isHeadless();
		if (headless && input.isRequired())
			cancel("The command " + module.getInfo().getTitle() + " needs a value for " + input.getName() + ": " +
				input.getDescription() + ".");
		else if (headless || isLast(module, input))
			module.resolveInput(input.getName());
	}

	/** Returns whether an optional file is the only missing input; otherwise a dialog asks for it with the others. */
	private static boolean isLast(final Module module, final ModuleItem<?> file) {
		for (final ModuleItem<?> input : module.getInfo().inputs())
			if (!module.isInputResolved(input.getName()) && !input.getName().equals(file.getName()))
				return false;
		return !file.isRequired();
	}
}
