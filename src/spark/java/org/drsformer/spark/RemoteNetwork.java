package org.drsformer.spark;

import java.io.Serializable;
import java.nio.file.Path;

import org.apache.spark.SparkContext;
import org.apache.spark.SparkFiles;
import org.apache.spark.TaskContext;
import org.drsformer.DrsformerException;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.SharedDerainers;
import org.drsformer.image.ValueRange;
import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;

/**
 * The serializable form of {@link DerainSettings} for executors, where all tasks share one network.
 *
 * @param model the name of the bundled model, or of the file that Spark has copied to the executor
 * @param sha256 the SHA-256 of the model
 * @param range null to find it for each image
 */
record RemoteNetwork(String model, String sha256, String device, long memory, int threads, String range)
	implements Serializable {

	/** Returns the settings, and lets Spark copy the model to all executors. */
	static RemoteNetwork of(final DerainSettings settings, final SparkContext context) {
		final Model model = settings.model();
		return new RemoteNetwork(send(model, context), model.sha256(), settings.device().toString(), settings.memory(),
			settings.threads(),
			settings.range() == null ? "auto" : settings.range().min() + ".." + settings.range().max());
	}

	private static String send(final Model model, final SparkContext context) {
		if (model.name().equals(ModelLibrary.BUNDLED))
			return ModelLibrary.BUNDLED;
		final Path file = Path.of(model.location());
		context.addFile(file.toUri().toString());
		return file.getFileName().toString();
	}

	/**
	 * Returns a derainer with the network of this executor, which the caller closes.
	 *
	 * @param task its GPU and its processors are used unless the settings say otherwise
	 * @throws DrsformerException if the model is missing or differs from the driver's
	 */
	Derainer open(final TaskContext task) {
		final SharedDerainers shared = SharedDerainers.ofThisJvm();
		final Model here = shared.model(model.equals(ModelLibrary.BUNDLED) ? model : SparkFiles.get(model));
		if (!here.sha256().equals(sha256))
			throw new DrsformerException("The model " + here.location() + " of the executor differs from the" +
				" driver's; use the same version of this software everywhere.");
		return shared.open(new DerainSettings(here, TaskDevice.of(task, device), memory,
			threads == 0 ? task.cpus() : threads, ValueRange.parse(range)));
	}
}
