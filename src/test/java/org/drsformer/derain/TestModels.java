package org.drsformer.derain;

import java.nio.file.Path;

import org.drsformer.engine.ComputeDevice;
import org.drsformer.model.Model;

/** The small networks of the fixtures. */
public final class TestModels {

	/** Three channels. */
	public static final String COLOR = "d8_plain";

	/** A Restormer of three channels. */
	static final String RESTORMER = "r_d8_withbias";

	/** One channel. */
	static final String GRAY = "d8_mefc_biasfree_bias_1ch";

	private TestModels() {}

	static Model model(final String fixture) {
		return Model.of(Path.of("src/test/resources/fixtures", fixture, "deraining.pth"));
	}

	public static DerainSettings settings(final String fixture) {
		return settings(model(fixture));
	}

	/**
	 * Uses one thread: on busy processors, several threads wait for each other longer than they work on small images.
	 */
	public static DerainSettings settings(final Model model) {
		return DerainSettings.of(model).withDevice(ComputeDevice.CPU).withThreads(1);
	}

	public static Derainer derainer(final String fixture) {
		return new Derainer(settings(fixture));
	}
}
