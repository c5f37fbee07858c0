package org.drsformer.macro;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.DrsformerException;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.SharedDerainers;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.evaluate.Protocols;
import org.drsformer.evaluate.imageplus.Crop;
import org.drsformer.image.ValueRange;
import org.drsformer.metric.Protocol;
import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;

/** The settings of a macro for the calls that follow. Each value is checked when it is set. */
final class MacroSettings {

	private static final String DEVICE = "device";
	private static final String RANGE = "range";
	private static final String PROTOCOL = "protocol";
	private static final String RECURSIVE = "recursive";
	private static final String CROP = "crop";
	/** True and false, also as the numbers that they are in macros. */
	private static final Map<String, Boolean> FLAGS = Map.of("true", true, "1", true, "false", false, "0", false);

	private final Map<String, String> values = new LinkedHashMap<>();
	private String modelName = ModelLibrary.BUNDLED;
	private Model model;

	MacroSettings() {
		values.put(DEVICE, "auto");
		values.put(RANGE, "auto");
		values.put(PROTOCOL, Protocol.rain200Spa().name());
		values.put(RECURSIVE, "false");
		values.put(CROP, Crop.NONE.toString());
	}

	/**
	 * Sets a value.
	 *
	 * @throws DrsformerException if there is no such setting, or the value is invalid
	 */
	void set(final String name, final String value) {
		switch (name) {
			case DEVICE -> ComputeDevice.parse(value);
			case RANGE -> ValueRange.parse(value);
			case PROTOCOL -> Protocols.check(value);
			case RECURSIVE -> checkFlag(name, value);
			case CROP -> Crop.parse(value);
			default -> throw new DrsformerException(
				"There is no setting \"" + name + "\"; use one of " + String.join(", ", values.keySet()) + ".");
		}
		values.put(name, value);
	}

	private static void checkFlag(final String name, final String value) {
		if (!FLAGS.containsKey(value))
			throw new DrsformerException("The setting " + name + " cannot be \"" + value + "\"; use true or false.");
	}

	/**
	 * Chooses the model.
	 *
	 * @throws DrsformerException if there is no such model, or its file is damaged
	 */
	void useModel(final String nameOrPath) {
		model = SharedDerainers.ofThisJvm().model(nameOrPath);
		modelName = nameOrPath;
	}

	/** Returns the settings for deraining. Reads the model at the first call. */
	DerainSettings derain() {
		if (model == null)
			useModel(modelName);
		return DerainSettings.of(model)
			.withDevice(ComputeDevice.parse(values.get(DEVICE)))
			.withRange(ValueRange.parse(values.get(RANGE)));
	}

	/** Returns the protocol of scores of pairs and of folders. */
	Protocols protocols() {
		return Protocols.byNames(List.of(values.get(PROTOCOL)));
	}

	/** Returns whether the folders below a folder are derained and evaluated too. */
	boolean recursive() {
		return FLAGS.get(values.get(RECURSIVE));
	}

	/** Returns which part of the pairs of folders is compared. */
	Crop crop() {
		return Crop.parse(values.get(CROP));
	}
}
