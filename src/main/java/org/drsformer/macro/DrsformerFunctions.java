package org.drsformer.macro;

import java.util.List;
import java.util.concurrent.CancellationException;

import org.drsformer.DrsformerException;
import org.drsformer.SmallHeap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ij.IJ;
import ij.macro.ExtensionDescriptor;
import ij.macro.Functions;
import ij.macro.Interpreter;
import ij.macro.MacroExtension;
import ij.plugin.PlugIn;

/**
 * The functions of DRSformer for the macro language of ImageJ. A macro registers them by one line, any of these:
 *
 * <pre>
 * run("DRSformer Macro Functions");
 * Ext.install("org.drsformer.macro.DrsformerFunctions");
 * </pre>
 *
 * and then calls them as {@code Ext.derain()}. {@link FunctionTable} lists them. The second line needs no menus of
 * ImageJ. The functions open only windows of images and results, and only if there is a display.
 */
public final class DrsformerFunctions implements PlugIn, MacroExtension {

	private static final Logger LOG = LoggerFactory.getLogger(DrsformerFunctions.class);

	private final List<MacroFunction> functions = new FunctionTable(new MacroSession()).functions();

	/** Registers the functions with the macro that runs, for {@code call("...DrsformerFunctions.register")}. */
	public static void register() {
		new DrsformerFunctions().run("");
	}

	/** Registers the functions with the macro that runs; settings of an earlier macro are lost. */
	@Override
	public void run(final String argument) {
		if (Interpreter.getInstance() == null)
			IJ.showMessage("DRSformer",
				"These functions are for macros: write run(\"DRSformer Macro Functions\") at the start" +
					" of one, and then for example Ext.derain().");
		else
			Functions.registerExtensions(this);
	}

	@Override
	public ExtensionDescriptor[] getExtensionFunctions() {
		return functions.stream().map(function -> function.descriptor(this)).toArray(ExtensionDescriptor[]::new);
	}

	/** Calls a function. A failure of any kind aborts the macro with one sentence. */
	@Override
	public String handleExtension(final String name, final Object[] arguments) {
		try {
			return functions.stream()
				.filter(function -> function.name().equals(name))
				.findFirst()
				.orElseThrow()
				.body()
				.call(arguments);
		}
		catch (final DrsformerException failure) {
			throw MacroError.abort(failure.getMessage());
		}
		catch (final CancellationException cancelled) {
			throw MacroError.abort("Ext." + name + " was cancelled.");
		}
		catch (final OutOfMemoryError failure) {
			throw MacroError.abort(SmallHeap.sentence());
		}
		catch (final RuntimeException failure) {
			LOG.debug("Ext.{} failed", name, failure);
			throw MacroError.abort("Ext." + name + " failed unexpectedly (" + failure + "); please report it.");
		}
	}
}
