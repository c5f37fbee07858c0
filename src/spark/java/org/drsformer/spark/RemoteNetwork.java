package org.drsformer.spark;

import java.io.Serializable;
import java.nio.file.Path;

import org.apache.spark.SparkContext;
import org.apache.spark.SparkFiles;
import org.drsformer.DrsformerException;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.SharedDerainers;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.image.ValueRange;
import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;

/**
 * {@link DerainSettings} as they travel to executors, where all tasks share one network.
 *
 * @param model name of the bundled model, or of the file that Spark has brought to the executor
 * @param sha256 of the model
 * @param range null to find it for each image
 */
record RemoteNetwork(String model, String sha256, String device, long memory, int threads, String range)
	implements Serializable {

	/** Has Spark bring the model to all executors. */
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
	 * A derainer with the network of this executor; whoever asks closes it.
	 *
	 * @param cpus those of a task, which the network uses if nothing else was asked for
	 * @throws DrsformerException if there is none, or it is another than the driver's
	 */
	Derainer open(final int cpus) {
		final SharedDerainers shared = SharedDerainers.ofThisJvm();
		final Model here = shared.model(model.equals(ModelLibrary.BUNDLED) ? model : SparkFiles.get(model));
		if (!here.sha256().equals(sha256))
			throw new DrsformerException("The model " + here.location() + " of the executor is another than that of" +
				" the driver;" + " give all the same version of this software.");
		return shared.open(new DerainSettings(here, ComputeDevice.parse(device), memory, threads == 0 ? cpus : threads,
			ValueRange.parse(range)));
	}
}
