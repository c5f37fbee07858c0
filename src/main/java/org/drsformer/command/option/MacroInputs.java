package org.drsformer.command.option;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.drsformer.macro.OpenImages;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

import ij.ImagePlus;
import ij.macro.Interpreter;

/** Gives a command the inputs that a macro names, and defaults for the others. */
public final class MacroInputs {

	private final Module module;
	private final String command;
	private final List<ModuleItem<?>> items;

	private MacroInputs(final Module module) {
		this.module = module;
		command = module.getInfo().getTitle();
		items = items(module);
	}

	/** Returns whether a module is one of our commands. SciJava asks early, before ImageJ may be touched. */
	public static boolean isOurs(final Module module) {
		return module.getInfo().getDelegateClassName().startsWith("org.drsformer.command.");
	}

	/** Returns the inputs that users give: neither services nor messages. */
	public static List<ModuleItem<?>> items(final Module module) {
		final List<ModuleItem<?>> items = new ArrayList<>();
		for (final ModuleItem<?> item : module.getInfo().inputs())
			if (!Service.class.isAssignableFrom(item.getType()) && item.getVisibility() != ItemVisibility.MESSAGE)
				items.add(item);
		return items;
	}

	/** Returns whether an input is the only image among the inputs; it then stands for the active image. */
	public static boolean isOnlyImage(final Module module, final ModuleItem<?> item) {
		return item.getType() == ImagePlus.class
			&& items(module).stream().filter(other -> other.getType() == ImagePlus.class).count() == 1;
	}

	/**
	 * Sets and resolves every input.
	 *
	 * @param module the command
	 * @param options as a macro writes them; may be empty
	 * @throws DrsformerException if the command lacks an option, if a value is invalid, or if a required input is
	 *         missing
	 */
	public static void set(final Module module, final String options) {
		final Map<String, String> values = OptionString.parse(options);
		final MacroInputs inputs = new MacroInputs(module);
		values.keySet().forEach(inputs::checkKey);
		for (final ModuleItem<?> item : inputs.items)
			if (values.containsKey(item.getName()))
				inputs.set(item, new OptionValue("The option " + item.getName() + " of " + inputs.command, item,
					values.get(item.getName())).read());
			else if (!module.isInputResolved(item.getName()) || inputs.isGuessed(item, values))
				inputs.setMissing(item);
	}

	private void checkKey(final String key) {
		if (items.stream().noneMatch(item -> item.getName().equals(key)))
			throw new DrsformerException(command + " has no option \"" + key + "\"; use " +
				(items.isEmpty() ? "none" : items.stream().map(ModuleItem::getName).collect(Collectors.joining(", "))) +
				".");
	}

	private void set(final ModuleItem<?> item, final Object value) {
		module.setInput(item.getName(), value);
		module.resolveInput(item.getName());
	}

	/**
	 * Returns whether imagej-legacy may have chosen a wrong image: in batch mode it takes the image of a window for the
	 * active one, and it takes the active image for the second of two images if a macro names only the first.
	 */
	private boolean isGuessed(final ModuleItem<?> item, final Map<String, String> values) {
		return item.getType() == ImagePlus.class
			&& (isOnlyImage(module, item) ? Interpreter.isBatchMode() : !values.isEmpty());
	}

	private void setMissing(final ModuleItem<?> item) {
		if (isOnlyImage(module, item))
			set(item, OpenImages.active());
		else if (item.isRequired() && (item.getType() == ImagePlus.class || item.getType() == File.class))
			throw new DrsformerException("The option " + item.getName() + " of " + command + " is missing; give it " +
				(item.getType() == File.class ? "the path of a file or folder." : "the title of an open image."));
		else
			module.resolveInput(item.getName());
	}
}
