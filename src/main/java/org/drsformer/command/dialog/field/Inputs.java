package org.drsformer.command.dialog.field;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * The inputs that a dialog asks for. Keeps fields and command in step: what the user enters goes to the command at
 * once, so that it can show a preview, and fields that do not matter now are off.
 */
public final class Inputs {

	private final Module module;
	private final Map<String, Field> fields = new LinkedHashMap<>();
	private final Map<String, Object> defaults = new LinkedHashMap<>();
	private Map<String, String> usual = Map.of();
	private boolean busy;

	/**
	 * @param items are asked for; the values that they have in the module are the defaults
	 * @throws DrsformerException if fewer images are open than are needed
	 */
	public Inputs(final Module module, final List<ModuleItem<?>> items) {
		this.module = module;
		for (final Field field : Fields.of(items)) {
			final String name = field.item().getName();
			fields.put(name, field);
			defaults.put(name, module.getInput(name));
			field.setListener(() -> changed(field));
		}
		reset();
	}

	Iterable<Field> fields() {
		return fields.values();
	}

	Field field(final String name) {
		return fields.get(name);
	}

	boolean isOn(final String name) {
		return isOn(fields.get(name));
	}

	/** Shows the defaults. */
	public void reset() {
		showAll(name -> TextField.plain(defaults.get(name)));
	}

	/** Shows remembered texts, where there are any that are still possible. */
	public void restore(final UnaryOperator<String> remembered) {
		showAll(name -> {
			final String text = fields.get(name).isRemembered() ? remembered.apply(name) : null;
			return text != null && fields.get(name).offers(text) ? text : fields.get(name).text();
		});
	}

	private void showAll(final UnaryOperator<String> texts) {
		busy = true;
		fields.forEach((name, field) -> field.show(texts.apply(name)));
		busy = false;
		adapt(null);
	}

	/** Gives each remembered field's text; an empty text for a usual value, which may be another one next time. */
	public void remember(final BiConsumer<String, String> memory) {
		fields.forEach((name, field) -> {
			if (field.isRemembered())
				memory.accept(name, isUsual(field) ? TextField.plain(defaults.get(name)) : field.text());
		});
	}

	private void changed(final Field field) {
		if (!busy)
			adapt(field);
	}

	/** Gives the command a value, unless the text is still incomplete. */
	private void push(final Field field) {
		try {
			module.setInput(field.item().getName(), value(field));
		}
		catch (final DrsformerException incomplete) {
			// OK will tell
		}
	}

	/**
	 * Updates what depends on other fields: which fields are on, and which values are usual.
	 *
	 * @param source the field in which the user types now, which is left alone; may be null
	 */
	private void adapt(final Field source) {
		fields.values().forEach(field -> field.setEnabled(isOn(field)));
		fields.values().forEach(this::push);
		if (!(module.getDelegateObject() instanceof final UsualValues command))
			return;
		final Map<String, String> before = usual;
		usual = command.usual()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, value -> TextField.plain(value.getValue())));
		busy = true;
		for (final Field field : fields.values())
			if (field != source && isUnset(field, before))
				field.show(usual.get(field.item().getName()));
		busy = false;
	}

	private boolean isUnset(final Field field, final Map<String, String> before) {
		final String name = field.item().getName();
		final String text = field.text().strip();
		return usual.containsKey(name)
			&& (text.isEmpty() || text.equals(before.get(name)) || text.equals(TextField.plain(defaults.get(name))));
	}

	private boolean isUsual(final Field field) {
		final String text = field.text().strip();
		return usual.containsKey(field.item().getName())
			&& (text.isEmpty() || text.equals(usual.get(field.item().getName())));
	}

	private boolean isOn(final Field field) {
		return Condition.parse(field.item().get(Hints.ENABLED_IF)).holds(this::text);
	}

	private String text(final String name) {
		return fields.containsKey(name) ? fields.get(name).text() : TextField.plain(module.getInput(name));
	}

	/** Returns the value for the command: the default for a field that is off, or that shows what the default means. */
	private Object value(final Field field) {
		return isOn(field) && !isUsual(field) ? field.value() : defaults.get(field.item().getName());
	}

	/**
	 * Gives all values to the command and resolves them.
	 *
	 * @return whether to go on; false if the user was asked for something and gave nothing
	 * @throws DrsformerException if a text is invalid; the field has the focus then
	 */
	public boolean finish() {
		for (final Field field : fields.values())
			if (isOn(field) && !field.complete())
				return false;
		final Map<String, Object> values = new LinkedHashMap<>();
		for (final Field field : fields.values())
			try {
				values.put(field.item().getName(), value(field));
			}
			catch (final DrsformerException invalid) {
				field.component().requestFocusInWindow();
				throw invalid;
			}
		values.forEach((name, value) -> {
			module.setInput(name, value);
			module.resolveInput(name);
		});
		return true;
	}

	/** Gives a file that was dropped on the dialog to the first field that takes it, and makes that field matter. */
	public boolean accept(final File dropped) {
		for (final Field field : fields.values())
			if (field.accept(dropped)) {
				Condition.parse(field.item().get(Hints.ENABLED_IF)).fulfilled().forEach((name, value) -> {
					// a macro may have given it already
					if (fields.containsKey(name))
						fields.get(name).show(value);
				});
				return true;
			}
		return false;
	}

	/** Lets fields show what may have changed outside. */
	public void refresh() {
		fields.values().forEach(Field::refresh);
	}
}
