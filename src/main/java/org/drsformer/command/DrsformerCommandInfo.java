package org.drsformer.command;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.drsformer.evaluate.ProtocolChoice;
import org.drsformer.model.ModelLibrary;
import org.drsformer.rain.RainChoice;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModuleItem;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.PluginInfo;

/**
 * What SciJava knows of one of our commands. The choices of an input, such as the models at hand, are looked up when
 * SciJava asks for them. SciJava's own class for that, DynamicCommand, does not work in scripts:
 * {@code command.run(...)} returns null for it. The inputs marked {@link #FIRST} come before those that commands
 * inherit.
 */
public final class DrsformerCommandInfo extends CommandInfo {

	/** The attribute of a parameter that precedes the inherited ones, in dialogs and in recorded macros. */
	public static final String FIRST = "first";

	/** The attribute of a parameter that says which choices it offers: one of the names below. */
	public static final String CHOICES = "choices";

	public static final String MODELS = "models";
	/** The models, and {@link Train#SCRATCH} for random weights. */
	public static final String STARTS = "starts";
	public static final String PROTOCOLS = "protocols";
	public static final String SINGLE_PROTOCOLS = "single protocols";
	public static final String RAIN_PRESETS = "rain presets";
	public static final String RAIN_BLENDINGS = "rain blendings";

	DrsformerCommandInfo(final PluginInfo<Command> info) {
		super(info);
	}

	@Override
	public CommandModuleItem<?> getInput(final String name) {
		return offering(super.getInput(name));
	}

	@Override
	public <T> CommandModuleItem<T> getInput(final String name, final Class<T> type) {
		return offering(super.getInput(name, type));
	}

	@Override
	public Iterable<ModuleItem<?>> inputs() {
		final Iterable<ModuleItem<?>> inputs = super.inputs();
		final List<ModuleItem<?>> offering = new ArrayList<>();
		inputs.forEach(item -> offering.add(offering((CommandModuleItem<?>) item)));
		// the sort is stable
		offering.sort(Comparator.comparing(item -> item.get(FIRST) == null));
		return offering;
	}

	private <T> CommandModuleItem<T> offering(final CommandModuleItem<T> item) {
		return item == null || item.get(CHOICES) == null ? item : new Item<>(this, item.getField(), item.get(CHOICES));
	}

	/** A text input with choices. */
	private static final class Item<T> extends CommandModuleItem<T> {

		private final String choices;

		private Item(final ModuleInfo info, final Field field, final String choices) {
			super(info, field);
			this.choices = choices;
		}

		@Override
		@SuppressWarnings("unchecked")
		public List<T> getChoices() {
			return (List<T>) switch (choices) {
				case MODELS -> ModelLibrary.ofUser().names();
				case STARTS -> Stream.concat(ModelLibrary.ofUser().names().stream(), Stream.of(Train.SCRATCH)).toList();
				case PROTOCOLS -> ProtocolChoice.names();
				case SINGLE_PROTOCOLS -> ProtocolChoice.single();
				case RAIN_PRESETS -> RainChoice.presets();
				case RAIN_BLENDINGS -> RainChoice.blendings();
				default -> throw new IllegalStateException("There are no choices called " + choices);
			};
		}
	}
}
