package org.drsformer.command.bridge;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.command.option.MacroInputs;
import org.drsformer.macro.OpenImages;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

/**
 * Asks for the inputs of a command in ImageJ's own dialog, and passes the macro options for them to the recorder.
 */
final class InputDialog {

	private final GenericDialog dialog;
	private final Module module;
	private final List<ModuleItem<?>> items = new ArrayList<>();

	private InputDialog(final Module module) {
		this.module = module;
		dialog = new GenericDialog(module.getInfo().getTitle());
		for (final ModuleItem<?> item : MacroInputs.items(module))
			if (!MacroInputs.isOnlyImage(module, item))
				items.add(item);
	}

	/**
	 * Sets the inputs that the user chooses. If a command has one image input, that is the active image.
	 *
	 * @return whether the user pressed OK
	 * @throws org.drsformer.DrsformerException if a value is invalid
	 */
	static boolean fill(final Module module) {
		if (MacroInputs.items(module).stream().anyMatch(item -> item.getType() == ImagePlus.class))
			OpenImages.active();
		return new InputDialog(module).fill();
	}

	private boolean fill() {
		items.forEach(this::add);
		final Map<String, String> values = new LinkedHashMap<>();
		final boolean recording = Recorder.record;
		// the dialog would record its labels
		Recorder.record = false;
		try {
			if (!items.isEmpty())
				dialog.showDialog();
			if (dialog.wasCanceled())
				return false;
			items.forEach(item -> values.put(item.getName(), next(item)));
		}
		finally {
			Recorder.record = recording;
		}
		values.values().removeIf(String::isEmpty);
		if (recording)
			values.forEach(Recorder::recordOption);
		MacroInputs.set(module, values);
		return true;
	}

	private void add(final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		final Object value = item.getValue(module);
		final String text = value == null ? "" : value.toString();
		if (type == Boolean.class)
			dialog.addCheckbox(item.getLabel(), Boolean.TRUE.equals(value));
		else if (type == ImagePlus.class)
			dialog.addImageChoice(item.getLabel(), null);
		else if (type == File.class && FileWidget.DIRECTORY_STYLE.equals(item.getWidgetStyle()))
			dialog.addDirectoryField(item.getLabel(), text);
		else if (type == File.class)
			dialog.addFileField(item.getLabel(), text);
		else if (item.getChoices() != null && !item.getChoices().isEmpty())
			dialog.addChoice(item.getLabel(), item.getChoices().stream().map(String::valueOf).toArray(String[]::new),
				text);
		else
			dialog.addStringField(item.getLabel(), text, Math.max(10, text.length()));
	}

	private String next(final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		if (type == Boolean.class)
			return Boolean.toString(dialog.getNextBoolean());
		if (type == ImagePlus.class)
			return dialog.getNextImage().getTitle();
		if (type != File.class && item.getChoices() != null && !item.getChoices().isEmpty())
			return dialog.getNextChoice();
		return dialog.getNextString();
	}
}
