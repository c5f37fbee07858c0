package org.drsformer.command.bridge;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import org.drsformer.command.option.MacroInputs;
import org.drsformer.macro.OpenImages;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

/** Asks for the inputs of a command with ImageJ's own dialog, and tells the recorder what a macro would write for them. */
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
	 * Sets the inputs as the user wants them; an image that is the only one is the active image.
	 *
	 * @return whether the user pressed OK
	 * @throws org.drsformer.DrsformerException if what was given cannot be
	 */
	static boolean fill(final Module module) {
		if (MacroInputs.items(module).stream().anyMatch(item -> item.getType() == ImagePlus.class))
			OpenImages.active();
		return new InputDialog(module).fill();
	}

	private boolean fill() {
		items.forEach(this::add);
		if (!items.isEmpty())
			dialog.showDialog();
		if (dialog.wasCanceled())
			return false;
		MacroInputs.set(module, options());
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
			dialog.addChoice(item.getLabel(), item.getChoices().stream().map(String::valueOf).toArray(String[]::new), text);
		else
			dialog.addStringField(item.getLabel(), text, Math.max(10, text.length()));
	}

	/** The options of a macro that does the same. The dialog must not record them: it would do so by their labels. */
	private String options() {
		final boolean recording = Recorder.record;
		Recorder.record = false;
		final StringJoiner options = new StringJoiner(" ");
		for (final ModuleItem<?> item : items) {
			final String text = next(item);
			if (text.isEmpty())
				continue;
			options.add(item.getName() + "=[" + text + "]");
			if (recording)
				Recorder.recordOption(item.getName(), text);
		}
		Recorder.record = recording;
		return options.toString();
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
