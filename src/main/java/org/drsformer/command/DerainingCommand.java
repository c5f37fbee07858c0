package org.drsformer.command;

import java.util.Arrays;
import java.util.List;

import org.drsformer.command.dialog.field.Hints;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.MemoryBound;
import org.drsformer.derain.SharedDerainers;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.image.ValueRange;
import org.drsformer.model.ModelLibrary;
import org.drsformer.model.Task;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** A command that derains: has the inputs that say by which network and how. */
abstract class DerainingCommand extends DrsformerCommand {

	@Parameter(label = "Model", description = "The bundled model, or one of your own checkpoints", persist = false,
		attrs = { @Attr(name = DrsformerCommandInfo.CHOICES, value = DrsformerCommandInfo.MODELS),
			@Attr(name = Hints.FIELD, value = Hints.MODELS) })
	private String model = ModelLibrary.BUNDLED;

	@Parameter(label = "Device", description = "auto takes a GPU where there is one",
		choices = { "auto", "cpu", "gpu", "gpu:1", "gpu:2", "gpu:3" }, persist = false,
		attrs = @Attr(name = Hints.FIELD, value = Hints.DEVICES))
	private String device = "auto";

	@Parameter(label = "Memory",
		description = "Limit of the memory for the network's work on an image, such as 800m or 4g: less is slower," +
			" the result is the same; auto takes as much as is useful",
		persist = false)
	private String memory = "auto";

	@Parameter(label = "Value range",
		description = "The values of black and white, such as 0..4095; auto finds them for each image from its type" +
			" and its values",
		persist = false)
	private String range = "auto";

	/** Returns what the model takes away, which names the results. */
	Task modelTask() {
		return Task.ofModel(model);
	}

	/** Returns the values of the inputs that the pixels of the result may depend on. */
	public List<Object> choices() {
		return Arrays.asList(model, device, memory, range);
	}

	/**
	 * Returns the settings that the user has chosen.
	 *
	 * @throws org.drsformer.DrsformerException if there is no such model, or a value is invalid
	 */
	public final DerainSettings settings() {
		return DerainSettings.of(SharedDerainers.ofThisJvm().model(model))
			.withDevice(ComputeDevice.parse(device))
			.withMemory(MemoryBound.parse(memory))
			.withRange(ValueRange.parse(range));
	}
}
