package org.drsformer.command.bridge;

import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.macro.MacroError;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleRunner;
import org.scijava.module.ModuleService;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;
import org.scijava.prefs.PrefService;

import ij.IJ;
import ij.plugin.PlugIn;

/**
 * Runs our SciJava commands from the menu and the macros of an ImageJ without SciJava, so that the same macro line
 * works there:
 *
 * <pre>
 * run("Derain Image...", "model=compact rain=true");
 * </pre>
 *
 * The file src/plain-imagej/plugins.config names this class for each command. It is not in our own jar, but in one that
 * only a plain ImageJ gets: for each of its entries imagej-legacy would list the command twice, and say so at the
 * start.
 */
public final class CommandBridge implements PlugIn {

	private static final String COMMANDS = "org.drsformer.command.";

	private static Context context;

	/** @param command the name of its class in the package of the commands */
	@Override
	public void run(final String command) {
		// SciJava finds plugins by the context class loader, which in ImageJ need not know the plugins folder
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(CommandBridge.class.getClassLoader());
		try {
			runCommand(command);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	private static void runCommand(final String command) {
		final Module module = context().service(ModuleService.class)
			.createModule(context().service(CommandService.class).getCommand(COMMANDS + command));
		try {
			if (!IJ.isMacro() && !new InputRequest(module).ask(context().service(PrefService.class)))
				return;
			runner(module).run();
			tell(module);
		}
		catch (final DrsformerException refused) {
			MacroError.end(refused.getMessage());
		}
	}

	/** Returns the SciJava context, Fiji's own if there is one. */
	private static synchronized Context context() {
		if (context == null)
			context = (Context) IJ.runPlugIn(Context.class.getName(), "");
		return context;
	}

	/**
	 * Returns a runner that works on this thread, the macro's, to which ImageJ ties the options and the active image.
	 */
	private static ModuleRunner runner(final Module module) {
		final PluginService plugins = context().service(PluginService.class);
		final List<PreprocessorPlugin> before = plugins.createInstancesOfType(PreprocessorPlugin.class);
		final List<PostprocessorPlugin> after = plugins.createInstancesOfType(PostprocessorPlugin.class);
		return new ModuleRunner(context(), module, before, after);
	}

	/**
	 * Shows why the command was cancelled, since SciJava's user interface is missing. Macros have been told already.
	 */
	private static void tell(final Module module) {
		final String reason = module instanceof final Cancelable cancelable ? cancelable.getCancelReason() : null;
		if (reason != null && !reason.isEmpty() && !IJ.isMacro())
			IJ.error("DRSformer", reason);
	}
}
