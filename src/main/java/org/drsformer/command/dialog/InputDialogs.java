package org.drsformer.command.dialog;

import java.awt.GraphicsEnvironment;
import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.command.option.MacroInputs;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;
import org.scijava.ui.UIService;
import org.scijava.widget.InputHarvester;

/** Shows our own dialog for our commands, before SciJava would show one of its own. */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 0.5)
public final class InputDialogs extends AbstractPreprocessorPlugin {

	@Parameter(required = false)
	private UIService ui;

	@Parameter(required = false)
	private PrefService preferences;

	@Override
	public void process(final Module module) {
		if (!MacroInputs.isOurs(module) || GraphicsEnvironment.isHeadless() || ui == null || !ui.isVisible()
			|| preferences == null)
			return;
		final List<ModuleItem<?>> missing = MacroInputs.items(module)
			.stream()
			.filter(item -> !module.isInputResolved(item.getName()))
			.toList();
		try {
			if (!missing.isEmpty() && !CommandDialog.ask(module, missing, preferences))
				cancel(null);
		}
		catch (final DrsformerException refused) {
			cancel(refused.getMessage());
		}
	}
}
