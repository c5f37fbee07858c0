package org.drsformer.macro;

import java.io.File;
import java.io.StringWriter;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.scijava.Context;
import org.scijava.module.ModuleService;
import org.scijava.script.ScriptInfo;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

import ij.ImageJ;
import ij.ImagePlus;
import ij.macro.Interpreter;

/**
 * Runs SciJava scripts as Fiji does. As a program for {@link MacroWindowsTest}, it runs all of macros/scripts in an
 * ImageJ with its windows, with and without batch mode.
 */
final class Scripts implements AutoCloseable {

	private final Context context = new Context();

	Scripts() {
		CommandTable.fill();
		// imagej-legacy does the same
		context.service(ScriptService.class).addAlias(ImagePlus.class);
	}

	@SuppressWarnings("unchecked")
	public static void main(final String[] none) throws Exception {
		ClosedDialogs.listen(dialog -> false);
		new ImageJ();
		final Scripts scripts = new Scripts();
		for (final String mode : new String[] { "window", "batch" })
			for (final File script : all().toList()) {
				Interpreter.batchMode = mode.equals("batch");
				scripts.run(script, Map.of());
				System.out.println(mode + "\t" + script.getName() + "\tend");
				OpenedImages.closeAll();
			}
		System.exit(0);
	}

	/** Returns the scripts but those for datasets of ImageJ2, which is not here: the profile fiji runs all of them. */
	static Stream<File> all() {
		return Stream.of(new File("macros/scripts").listFiles())
			.filter(file -> !file.getName().contains("Dataset"))
			.sorted();
	}

	/** Runs a script and returns it at its end; fails if it does not reach its end. */
	ScriptModule run(final File script, final Map<String, Object> inputs) throws Exception {
		final ScriptModule module = new ScriptInfo(context, script).createModule();
		context.inject(module);
		final StringWriter errors = new StringWriter();
		module.setErrorWriter(errors);
		final StringWriter printed = new StringWriter();
		module.setOutputWriter(printed);
		context.service(ModuleService.class).run(module, true, inputs).get();
		if (!errors.toString().isEmpty())
			throw new AssertionError(script + ": " + errors);
		// a script that SciJava does not run because of a missing parameter does neither
		if (script.getName().endsWith(".ijm") ? !MacroLanguage.END.equals(module.getReturnValue())
			: printed.toString().isEmpty() && module.getOutputs().values().stream().anyMatch(Objects::isNull))
			throw new AssertionError(script + " did not run to its end");
		return module;
	}

	@Override
	public void close() {
		context.dispose();
	}
}
