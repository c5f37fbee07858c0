package org.drsformer.cli.option;

import java.util.function.UnaryOperator;

import org.drsformer.DrsformerException;
import org.drsformer.derain.DerainSettings;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.image.ValueRange;
import org.drsformer.model.ModelLibrary;

import picocli.CommandLine.Option;

/** The options of all commands that derain: say how rain is removed. */
public final class NetworkOptions {

	@Option(names = "--model", defaultValue = ModelLibrary.BUNDLED, paramLabel = "MODEL",
		description = { "Name of a model (see the command models), or path of a .pth or .safetensors checkpoint.",
			"Default: ${DEFAULT-VALUE}, the bundled one." })
	private String model;

	@Option(names = "--device", defaultValue = "auto", paramLabel = "DEVICE",
		description = { "auto, cpu, gpu or gpu:1.", "Default: ${DEFAULT-VALUE}, a GPU where there is one." })
	private String device;

	@Option(names = "--memory", converter = MemoryConverter.class, paramLabel = "SIZE",
		description = {
			"Limit of the memory for the network's work on an image, such as 800m or 4g: less is slower, the" +
				" result is the same.",
			"Default: as much as is useful." })
	private Long memory;

	@Option(names = "--threads", defaultValue = "0", paramLabel = "N",
		description = { "Processors to use.", "Default: all." })
	private int threads;

	@Option(names = "--range", defaultValue = "auto", paramLabel = "RANGE",
		description = { "The values of black and white in the images, such as 0..4095.",
			"Default: ${DEFAULT-VALUE}: 0..255 for 8 bit; 0 to the smallest 2^n - 1 that holds the image for 16 bit;" +
				" 0..1, or else its minimum and maximum, for 32 bit." })
	private String range;

	/**
	 * Returns the text of an option.
	 *
	 * @throws DrsformerException if it is blank, as a shell variable is that is not set
	 */
	public static String given(final String option, final String text) {
		if (text.isBlank())
			throw new DrsformerException(option + " is empty; give a value, or leave the option out.");
		return text;
	}

	/**
	 * Returns the settings that the options mean.
	 *
	 * @throws org.drsformer.DrsformerException if there is no such model, or an option is invalid
	 */
	public DerainSettings settings() {
		return settings(UnaryOperator.identity());
	}

	/**
	 * Does the same as {@link #settings()} after the model was fetched.
	 *
	 * @param fetch gets the name or path of the model as the user has given it, and returns the one to use
	 */
	public DerainSettings settings(final UnaryOperator<String> fetch) {
		return new DerainSettings(ModelLibrary.ofUser().find(fetch.apply(given("--model", model))),
			ComputeDevice.parse(device), memory == null ? 0 : memory, threads, ValueRange.parse(range));
	}
}
