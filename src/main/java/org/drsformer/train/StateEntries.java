package org.drsformer.train;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.train.learner.FlatTensors;

/**
 * The entries of a file that should hold the state of a training, each asked for by what it must be.
 *
 * @param file for the sentence if one is something else
 * @param contents by name; weights are taken out of it when they have been asked for, since they may be large
 */
record StateEntries(Path file, Map<String, Object> contents) {

	String text(final String name) {
		if (contents.get(name) instanceof final String text)
			return text;
		throw wrong("its entry " + name + " is no text");
	}

	/** A number of something. */
	long count(final String name) {
		if (contents.get(name) instanceof final Long count && count >= 0)
			return count;
		throw wrong("its entry " + name + " is no whole number of at least 0");
	}

	/** Perhaps infinite. */
	double number(final String name) {
		if (contents.get(name) instanceof final Number number && !Double.isNaN(number.doubleValue()))
			return number.doubleValue();
		throw wrong("its entry " + name + " is no number");
	}

	/** All tensors of a network in one array. */
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
		throw wrong("its entry " + name + " is no tensor of " + Tensor.text(shape));
	}

	DrsformerException wrong(final String what) {
		return new DrsformerException("The file " + file + " is not the state of a training (" + what +
			"); name the folder of a training, or start a new one.");
	}
}
