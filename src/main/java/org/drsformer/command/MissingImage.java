package org.drsformer.command;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

import ij.ImagePlus;

/**
 * Refuses a command without an image. A script may have given one that SciJava cannot make an image of ImageJ of:
 * SciJava then gives the command an empty one.
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY - 0.5)
public final class MissingImage extends AbstractPreprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (module.getDelegateObject() instanceof DrsformerCommand)
			for (final ModuleItem<?> input : module.getInfo().inputs())
				if (input.getType() == ImagePlus.class && isEmpty(input.getValue(module)))
					cancel(module.getInfo().getTitle() + " has no image: open one first, or give the input " +
						input.getName() + " an ImagePlus or a Dataset. The service DerainService derains images of" +
						" ImgLib2.");
	}

	private static boolean isEmpty(final Object value) {
		return !(value instanceof final ImagePlus image) || image.getWidth() == 0 && image.getTitle().isEmpty();
	}
}
