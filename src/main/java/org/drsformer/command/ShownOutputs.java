package org.drsformer.command;

import org.drsformer.command.window.Display;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

import ij.ImagePlus;
import ij.WindowManager;

/**
 * Keeps SciJava from showing the outputs of our commands again: the commands show them themselves, see {@link Display}.
 */
@Plugin(type = PostprocessorPlugin.class)
public final class ShownOutputs extends AbstractPostprocessorPlugin {

	@Parameter
	private ThreadService threads;

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof DrsformerCommand))
			return;
		module.getInfo().outputs().forEach(output -> module.resolveOutput(output.getName()));
		handOver();
	}

	/**
	 * Makes the image that the command has shown the active image of the macro that waits for it. In batch mode, ImageJ
	 * keeps an active image for each thread, and this thread may run other work next.
	 */
	private void handOver() {
		final ImagePlus shown = WindowManager.getTempCurrentImage();
		final Thread caller = threads.getParent(Thread.currentThread());
		if (shown == null || caller == null)
			return;
		for (Thread thread = caller; thread != null; thread = threads.getParent(thread))
			WindowManager.setTempCurrentImage(thread, shown);
		WindowManager.setTempCurrentImage(null);
	}
}
