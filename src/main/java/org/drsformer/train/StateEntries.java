package org.drsformer.train;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.train.learner.FlatTensors;

/**
 * The entries of a file that should hold the state of a training. Each method returns one entry, and fails if the entry
 * has another type.
 *
 * @param file the file, for the message
 * @param contents the entries by name; weights are removed once they are returned, since they may be large
 */
record StateEntries(Path file, Map<String, Object> contents) {

	String text(final String name) {
		if (contents.get(name) instanceof final String text)
			return text;
		throw wrong("its entry " + name + " is not a text");
	}

	/** Returns a whole number of at least 0. */
	long count(final String name) {
		if (contents.get(name) instanceof final Long count && count >= 0)
			return count;
		throw wrong("its entry " + name + " is not a whole number of at least 0");
	}

	/** Returns a number, which may be infinite. */
	double number(final String name) {
		if (contents.get(name) instanceof final Number number && !Double.isNaN(number.doubleValue()))
			return number.doubleValue();
		throw wrong("its entry " + name + " is not a number");
	}

	/** Returns all tensors of a network in one array. */
	float[] values(final String name, final FlatTensors tensors) {
		if (!(contents.remove(name) instanceof final Map<?, ?> entries))
			throw wrong("its entry " + name + " holds no tensors");
		final Map<String, Tensor> found = new LinkedHashMap<>();
		tensors.shapes()
			.forEach((tensor, shape) -> found.put(tensor, tensor(name + "/" + tensor, entries.get(tensor), shape)));
		return tensors.join(found);
	}

	private Tensor tensor(final String name, final Object value, final int[] shape) {
		if (value instanceof final Tensor tensor && Arrays.equals(tensor.shape(), shape))
			return tensor;
		throw wrong("its entry " + name + " is not a tensor of " + Tensor.text(shape));
	}

	DrsformerException wrong(final String what) {
		return new DrsformerException("The file " + file + " is not the state of a training (" + what +
			"); name the folder of a training, or start a new one.");
	}
}
