package org.drsformer.command;

import org.scijava.module.Module;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/** Keeps SciJava from showing the outputs of our commands again: they have done so, see {@link Shown}. */
@Plugin(type = PostprocessorPlugin.class)
public final class ShownOutputs extends AbstractPostprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (module.getDelegateObject() instanceof DrsformerCommand)
			module.getInfo().outputs().forEach(output -> module.resolveOutput(output.getName()));
	}
}
