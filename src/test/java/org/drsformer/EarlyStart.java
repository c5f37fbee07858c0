package org.drsformer;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import org.scijava.Context;
import org.scijava.InstantiableException;
import org.scijava.Priority;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.plugin.SciJavaPlugin;
import org.scijava.service.Service;

/**
 * What happens to our plugins at the start of Fiji: SciJava makes a context with all services, creates whatever is not
 * a command, lists the commands for its menus, and runs commands of others, which our processors see.
 */
public final class EarlyStart implements Supplier<Set<String>> {

	private static final String OURS = "org.drsformer.";

	/** A command that is not ours. */
	public static final class Foreign implements Command {

		@Parameter(required = false)
		private String text;

		@Override
		public void run() {
			text = "done";
		}
	}

	/** Returns the classes of our plugins and the identifiers of our commands. */
	@Override
	public Set<String> get() {
		final Set<String> seen = new TreeSet<>();
		try (Context context = new Context()) {
			for (final PluginInfo<?> plugin : context.service(PluginService.class).getPlugins())
				if (plugin.getClassName().startsWith(OURS) && !(plugin instanceof CommandInfo))
					seen.add(created(plugin));
			for (final CommandInfo command : context.service(CommandService.class).getCommands())
				if (command.getClassName().startsWith(OURS))
					seen.add(listed(command));
			runForeign(context);
		}
		return seen;
	}

	private static String created(final PluginInfo<?> plugin) {
		try {
			final SciJavaPlugin one = Service.class.isAssignableFrom(plugin.getPluginType()) ? null
				: plugin.createInstance();
			return one == null ? plugin.getClassName() : one.getClass().getName();
		}
		catch (final InstantiableException failure) {
			throw new IllegalStateException(plugin.getClassName(), failure);
		}
	}

	private static String listed(final CommandInfo command) {
		if (command.getMenuPath().isEmpty() || !command.isVisible() || command.is("no-legacy")
			|| command.getPriority() != Priority.NORMAL)
			throw new IllegalStateException("Fiji would not list " + command);
		return command.getIdentifier();
	}

	/** Our processors look at every command that runs. */
	private static void runForeign(final Context context) {
		try {
			final CommandService commands = context.service(CommandService.class);
			final Object text = commands.run(Foreign.class, true, Map.of()).get().getInput("text");
			if (!"done".equals(text))
				throw new IllegalStateException("The command of others did not run: " + text);
		}
		catch (final InterruptedException | ExecutionException failure) {
			throw new IllegalStateException(failure);
		}
	}
}
