package org.drsformer.network.layer;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * The parameters of a network by their names in the checkpoint, seen from one of its modules:
 * {@code parameters.at("encoder_level1.0").at("attn").get("qkv.weight")}.
 * <p>
 * Modules rearrange what they get (split, merge, pad) in operations that gradients pass through. So inference builds
 * the modules once, and training builds the same modules in each step.
 */
public final class Parameters {

	private final Function<String, NDArray> arrays;
	private final Function<String, Shape> shapes;
	private final String prefix;

	private Parameters(final Function<String, NDArray> arrays, final Function<String, Shape> shapes,
		final String prefix)
	{
		this.arrays = arrays;
		this.shapes = shapes;
		this.prefix = prefix;
	}

	/** Returns parameters that are the given arrays. */
	public static Parameters of(final Map<String, NDArray> arrays) {
		return new Parameters(arrays::get, name -> arrays.containsKey(name) ? arrays.get(name).getShape() : null, "");
	}

	/** Returns parameters that are views of arrays on the device of some weights. */
	public static Parameters of(final LoadedWeights weights) {
		return new Parameters(weights::get, weights::shape, "");
	}

	/** Returns the parameters of the module with this name inside of this one. */
	public Parameters at(final String module) {
		return new Parameters(arrays, shapes, prefix + module + ".");
	}

	public Parameters at(final int index) {
		return at(Integer.toString(index));
	}

	/**
	 * Returns the parameter with this name inside of this module.
	 *
	 * @throws IllegalArgumentException if there is none
	 */
	public NDArray get(final String name) {
		return required(name, find(name));
	}

	/**
	 * Returns the shape of the parameter with this name, without a copy of it.
	 *
	 * @throws IllegalArgumentException if there is none
	 */
	public Shape shape(final String name) {
		return required(name, shapes.apply(prefix + name));
	}

	private <T> T required(final String name, final T found) {
		if (found == null)
			throw new IllegalArgumentException("No parameter " + prefix + name);
		return found;
	}

	/** Returns the parameter with this name inside of this module; null if there is none, since biases are optional. */
	public NDArray find(final String name) {
		return arrays.apply(prefix + name);
	}

	/**
	 * Returns the rows of an array in another order; null for null.
	 *
	 * @param array (R, ...), or null
	 * @param rows for each row of the result the row of the array, or -1 for a row of zeros
	 */
	public static NDArray rows(final NDArray array, final int[] rows) {
		if (array == null)
			return null;
		final int count = (int) IntStream.of(rows).takeWhile(row -> row >= 0).count();
		final int step = count > 1 ? rows[1] - rows[0] : 1;
		return count > 0 && step > 0 && Arrays.equals(rows, everyStep(rows[0], step, count, rows.length))
			? everyStep(array, rows[0], step, count, rows.length - count)
			: anyRows(array, rows);
	}

	private static int[] everyStep(final int first, final int step, final int count, final int length) {
		final int[] rows = new int[length];
		Arrays.setAll(rows, i -> i < count ? first + i * step : -1);
		return rows;
	}

	/** Takes a slice: autograd takes many times as long for the gradient of single rows. */
	private static NDArray everyStep(final NDArray array, final int first, final int step, final int count,
		final int padding)
	{
		final NDArray taken = array.get(new NDIndex().addSliceDim(first, first + (count - 1) * step + 1, step));
		final NDList parts = padding == 0 ? new NDList(taken) : new NDList(taken, zeros(array, padding));
		// copies, and gradients pass through
		return NDArrays.concat(parts, 0);
	}

	private static NDArray anyRows(final NDArray array, final int[] rows) {
		final int zero = (int) array.getShape().get(0);
		final long[] indices = IntStream.of(rows).mapToLong(row -> row < 0 ? zero : row).toArray();
		return NDArrays.concat(new NDList(array, zeros(array, 1)), 0)
			.get(array.getManager().create(indices).duplicate());
	}

	private static NDArray zeros(final NDArray array, final int rows) {
		return array.getManager().zeros(new Shape(rows).addAll(array.getShape().slice(1)), array.getDataType());
	}
}
