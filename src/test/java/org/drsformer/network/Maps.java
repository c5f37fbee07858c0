package org.drsformer.network;

import org.drsformer.Npy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** Converts between the golden arrays, (N, C, H, W), and the maps of the network, (N, H, W, C). */
public final class Maps {

	private Maps() {
		// static functions only
	}

	/** Returns a golden array, (N, C, H, W), as a map of the network. */
	static NDArray of(final Npy array, final NDManager manager) {
		return channelsLast(of(array.floats(), manager, array.shape()));
	}

	private static NDArray of(final float[] values, final NDManager manager, final int... shape) {
		return manager.create(values, new Shape(shape[0], shape[1], shape[2], shape[3]));
	}

	/** Returns planes, (N, C, H, W), as (N, H, W, C) with that order in memory; planes is consumed. */
	static NDArray channelsLast(final NDArray planes) {
		try (planes; NDArray view = planes.transpose(0, 2, 3, 1)) {
			return view.duplicate();
		}
	}

	/** Returns the values of a map (N, H, W, C) in the order of the golden arrays, (N, C, H, W). */
	public static double[] values(final NDArray map) {
		try (NDArray planes = map.transpose(0, 3, 1, 2); NDArray doubles = planes.toType(DataType.FLOAT64, true)) {
			return doubles.toDoubleArray();
		}
	}
}
