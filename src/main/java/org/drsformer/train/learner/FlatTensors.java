package org.drsformer.train.learner;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.checkpoint.Tensor;

/**
 * Puts all tensors of a network one after the other into one array, so that an optimizer need not know them.
 *
 * @param shapes of the tensors by their names, in their order in the array
 */
public record FlatTensors(Map<String, int[]> shapes) {

	/** The place of one tensor in the array: the indices [from, to). */
	record Part(int from, int to, int[] shape) {}

	/** Returns the length of the array. */
	int size() {
		return shapes.values().stream().mapToInt(FlatTensors::size).sum();
	}

	static int size(final int[] shape) {
		return Arrays.stream(shape).reduce(1, Math::multiplyExact);
	}

	/** Returns the place of each tensor, by its name. */
	Map<String, Part> parts() {
		final Map<String, Part> parts = new LinkedHashMap<>();
		int from = 0;
		for (final Map.Entry<String, int[]> entry : shapes.entrySet()) {
			final int to = from + size(entry.getValue());
			parts.put(entry.getKey(), new Part(from, to, entry.getValue()));
			from = to;
		}
		return parts;
	}

	/** Returns the tensors one after the other, in the order of the shapes. */
	public float[] join(final Map<String, Tensor> tensors) {
		final float[] values = new float[size()];
		parts().forEach(
			(name, part) -> System.arraycopy(tensors.get(name).data(), 0, values, part.from, part.to - part.from));
		return values;
	}

	/** Returns the tensors of an array: the inverse of {@link #join}. */
	public Checkpoint split(final float[] values) {
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		parts().forEach(
			(name, part) -> tensors.put(name, new Tensor(part.shape, Arrays.copyOfRange(values, part.from, part.to))));
		return Checkpoint.of(tensors);
	}
}
