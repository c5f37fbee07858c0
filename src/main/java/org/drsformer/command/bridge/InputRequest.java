package org.drsformer.command.bridge;

import java.util.List;

import org.drsformer.command.dialog.CommandDialog;
import org.drsformer.command.option.MacroInputs;
import org.drsformer.macro.OpenImages;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.prefs.PrefService;

import ij.ImagePlus;
import ij.plugin.frame.Recorder;

/**
 * Asks for the inputs of a command, and passes the macro options for them to the recorder, both as Fiji does.
 *
 * @param module the command
 */
record InputRequest(Module module) {

	/**
	 * Sets the inputs that the user chooses. If a command has one image input, that is the active image.
	 *
	 * @return whether the user pressed OK
	 * @throws org.drsformer.DrsformerException if an image is missing
	 */
	boolean ask(final PrefService preferences) {
		final List<ModuleItem<?>> items = MacroInputs.items(module);
		items.stream().filter(item -> MacroInputs.isOnlyImage(module, item)).forEach(item -> {
			module.setInput(item.getName(), OpenImages.active());
			module.resolveInput(item.getName());
		});
		items.removeIf(item -> module.isInputResolved(item.getName()));
		if (!items.isEmpty() && !CommandDialog.ask(module, items, preferences)) {
			module.cancel();
			return false;
		}
		if (Recorder.record)
			items.forEach(this::record);
		return true;
	}

	private void record(final ModuleItem<?> item) {
		final Object value = module.getInput(item.getName());
		final String text = value instanceof final ImagePlus image ? image.getTitle() : String.valueOf(value);
		if (value != null && !text.isEmpty())
			Recorder.recordOption(item.getName(), text);
	}
}
