package org.drsformer.command;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/** Keeps SciJava from showing the images and tables of our commands again: they have done so, see {@link Shown}. */
@Plugin(type = PostprocessorPlugin.class)
public final class ShownOutputs extends AbstractPostprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof DrsformerCommand))
			return;
		for (final ModuleItem<?> output : module.getInfo().outputs())
			if (output.getType() != String.class)
				module.resolveOutput(output.getName());
	}
}
