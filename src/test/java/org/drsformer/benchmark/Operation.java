package org.drsformer.benchmark;

import java.util.stream.LongStream;

/**
 * An operation of libtorch in the record of its profiler.
 *
 * @param name its name, such as {@code mkldnn_convolution}
 * @param start its start, in microseconds
 * @param duration its duration in microseconds, with the operations that it calls
 * @param shapes the shapes of its arguments; empty for those that are not arrays
 */
record Operation(String name, double start, double duration, long[][] shapes) {

	double end() {
		return start + duration;
	}

	long[] shape(final int argument) {
		return shapes[argument];
	}

	boolean isConvolution() {
		return name.contains("conv") && shapes.length > 1 && shape(0).length == 4 && shape(1).length == 4;
	}

	/** Returns whether this is a matrix product that calls no other one. */
	boolean isProduct() {
		return name.endsWith("mm") && shapes.length > 1 && right().length > 1;
	}

	/** Returns the shape of the left factor, (..., m, k). */
	long[] left() {
		return shape(factors());
	}

	/** Returns the shape of the right factor, (..., k, n). */
	private long[] right() {
		return shape(factors() + 1);
	}

	/** Returns the index of the left factor: products that add to an array have that array first. */
	private int factors() {
		return name.contains("add") ? 1 : 0;
	}

	/** Returns multiplications and additions; 0 for anything but convolutions and products. */
	double flops() {
		if (isConvolution())
			return 2.0 * shape(0)[0] * shape(0)[2] * shape(0)[3] *
				LongStream.of(shape(1)).reduce(1, Math::multiplyExact);
		if (isProduct())
			return 2.0 * LongStream.of(left()).reduce(1, Math::multiplyExact) * right()[right().length - 1];
		return 0;
	}
}
