package org.drsformer.command.dialog;

import org.drsformer.command.option.MacroInputs;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;

/**
 * Lets dialogs forget the names of files that were written. SciJava calls this only after a success: after an error the
 * dialog shows the name again.
 */
@Plugin(type = PostprocessorPlugin.class)
public final class WrittenFiles extends AbstractPostprocessorPlugin {

	@Parameter(required = false)
	private PrefService preferences;

	@Override
	public void process(final Module module) {
		if (preferences != null && MacroInputs.isOurs(module))
			DialogMemory.of(module, preferences).forgetOutputs(module);
	}
}
