package org.drsformer.command.dialog;

import org.drsformer.command.dialog.field.Inputs;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.prefs.PrefService;
import org.scijava.widget.FileWidget;

/**
 * The texts that the user entered into the dialog of a command the last time. SciJava's own memory is not used: it
 * would also change what macros do.
 *
 * @param preferences keep the texts, also when Fiji ends
 * @param command the class of the command
 */
record DialogMemory(PrefService preferences, Class<?> command) {

	private static final String PREFIX = "dialog.";

	/** The longest text that Java's preferences keep. */
	private static final int LONGEST = 8192;

	static DialogMemory of(final Module module, final PrefService preferences) {
		return new DialogMemory(preferences, module.getDelegateObject().getClass());
	}

	void save(final Inputs inputs) {
		inputs.remember((name, text) -> {
			if (text.length() <= LONGEST)
				preferences.put(command, PREFIX + name, text);
		});
	}

	void load(final Inputs inputs) {
		inputs.restore(name -> preferences.get(command, PREFIX + name));
	}

	/** Forgets the names of files that the command has written, so that the next result does not replace them. */
	void forgetOutputs(final Module module) {
		for (final ModuleItem<?> item : module.getInfo().inputs())
			if (FileWidget.SAVE_STYLE.equals(item.getWidgetStyle()))
				preferences.remove(command, PREFIX + item.getName());
	}
}
