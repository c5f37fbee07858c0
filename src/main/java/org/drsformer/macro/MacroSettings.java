package org.drsformer.macro;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.DrsformerException;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.SharedDerainers;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.evaluate.Protocols;
import org.drsformer.image.ValueRange;
import org.drsformer.metric.Protocol;
import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;

/** The settings of a macro for the calls that follow. Each value is checked when it is set. */
final class MacroSettings {

	private static final String DEVICE = "device";
	private static final String RANGE = "range";
	private static final String PROTOCOL = "protocol";

	private final Map<String, String> values = new LinkedHashMap<>();
	private String modelName = ModelLibrary.BUNDLED;
	private Model model;

	MacroSettings() {
		values.put(DEVICE, "auto");
		values.put(RANGE, "auto");
		values.put(PROTOCOL, Protocol.rain200Spa().name());
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
			default -> throw new DrsformerException(
				"There is no setting \"" + name + "\"; use one of " + String.join(", ", values.keySet()) + ".");
		}
		values.put(name, value);
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
}
