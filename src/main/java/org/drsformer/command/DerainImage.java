package org.drsformer.command;

import java.util.concurrent.CancellationException;

import org.drsformer.DrsformerException;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.ImagePlusDerainer;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.image.ValueRange;
import org.drsformer.model.ModelLibrary;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.module.MutableModuleItem;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.task.TaskService;

import ij.ImagePlus;

/** Derains the active image. */
@Plugin(type = Command.class, initializer = "models", menu = { @Menu(label = "Plugins"), @Menu(label = "DRSformer"), @Menu(
	label = "Derain Image...") })
public final class DerainImage extends DynamicCommand {

	@Parameter
	private TaskService tasks;

	@Parameter(label = "Image", description = "All of its slices, frames and channels are derained")
	private ImagePlus image;

	@Parameter(label = "Model", description = "The bundled model, or one of your own checkpoints", persist = false)
	private String model = ModelLibrary.BUNDLED;

	@Parameter(label = "Device", description = "auto takes a GPU where there is one", choices = { "auto", "cpu", "gpu" },
		persist = false)
	private String device = "auto";

	@Parameter(label = "Value range", description = "What is black and white, such as 0..4095; auto finds it from the type" +
		" and the values of the image", persist = false)
	private String range = "auto";

	@Parameter(label = "Derained image", type = ItemIO.OUTPUT)
	private ImagePlus derained;

	/** Offers the models that are there now. */
	protected void models() {
		final MutableModuleItem<String> item = getInfo().getMutableInput("model", String.class);
		item.setChoices(ModelLibrary.ofUser().names());
	}

	@Override
	public void run() {
		try (TaskProgress progress = new TaskProgress(tasks.createTask("Derain " + image.getTitle()));
				Derainer derainer = new Derainer(settings()))
		{
			derained = ImagePlusDerainer.derain(image, derainer, progress);
		}
		catch (final DrsformerException exc) {
			cancel(exc.getMessage());
		}
		catch (final CancellationException exc) {
			cancel("Deraining was cancelled; the image is as it was.");
		}
	}

	private DerainSettings settings() {
		return DerainSettings.of(ModelLibrary.ofUser().find(model)).withDevice(ComputeDevice.parse(device)).withRange(
			ValueRange.parse(range));
	}
}
