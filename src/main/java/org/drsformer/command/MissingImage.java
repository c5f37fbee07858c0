package org.drsformer.command;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/**
 * Refuses what a script gives as an image, and what SciJava cannot make an image of ImageJ of: it gives the command
 * nothing then.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH)
public final class MissingImage extends AbstractPreprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (module.getDelegateObject() instanceof DrsformerCommand)
			for (final ModuleItem<?> input : module.getInfo().inputs())
				if (input.getType() == ImagePlus.class && isNothing(module, input))
					cancel("The input " + input.getName() + " of " + module.getInfo().getTitle() +
						" is not an image of ImageJ; give it an ImagePlus or a Dataset. The service DerainService derains" +
						" images of ImgLib2.");
	}

	private static boolean isNothing(final Module module, final ModuleItem<?> input) {
		return input.isRequired() && module.isInputResolved(input.getName()) && isNothing(input.getValue(module));
	}

	/** SciJava may make an image without pixels and without a title instead. */
	private static boolean isNothing(final Object value) {
		return value == null
			|| value instanceof final ImagePlus image && image.getProcessor() == null && image.getTitle().isEmpty();
	}
}
