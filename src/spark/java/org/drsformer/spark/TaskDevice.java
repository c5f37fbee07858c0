package org.drsformer.spark;

import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.drsformer.DrsformerException;
import org.drsformer.engine.ComputeDevice;

/** The device of a task: the GPU that Spark has given to it, or the one that the user asks for. */
final class TaskDevice {

	private static final String GPU = "gpu";

	private TaskDevice() {
		// static functions only
	}

	/**
	 * Returns the device of a task.
	 *
	 * @param asked as the user writes it
	 * @throws DrsformerException if Spark names the GPU in a way that PyTorch does not know, such as by a serial number
	 */
	static ComputeDevice of(final TaskContext task, final String asked) {
		final ResourceInformation gpus = task.resourcesJMap().get(GPU);
		if (gpus == null || asked.equals(ComputeDevice.CPU.toString()))
			return ComputeDevice.parse(asked);
		final String address = gpus.addresses()[0];
		if (!address.matches("\\d{1,3}"))
			throw new DrsformerException("Spark calls a GPU \"" + address + "\"; its discovery script" +
				" (spark.executor.resource.gpu.discoveryScript) must give numbers from 0.");
		return ComputeDevice.parse(GPU + ":" + address);
	}
}
