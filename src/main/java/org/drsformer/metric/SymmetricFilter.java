package org.drsformer.metric;

/**
 * Weighted sums with symmetric weights, written as long runs over arrays of stride 1 so that the compiler can use
 * vector instructions.
 *
 * @param weights from the centre outwards; 2 * weights.length - 1 samples go into each sum
 */
record SymmetricFilter(double[] weights) {

	int radius() {
		return weights.length - 1;
	}

	/** sums[x] = weighted sum of row[start + x] .. row[start + x + 2 * radius]. */
	void alongRow(final double[] row, final int start, final double[] sums) {
		final int centre = start + radius();
		scale(row, centre, weights[0], sums);
		for (int k = 1; k < weights.length; k++)
			addPair(row, centre - k, row, centre + k, weights[k], sums);
	}

	/**
	 * sums[x] = weighted sum of rows[..][x].
	 *
	 * @param rows as many as go into each sum, in a ring
	 * @param first index of the uppermost row; may be larger than the ring
	 */
	void acrossRows(final double[][] rows, final int first, final double[] sums) {
		final int centre = first + radius();
		scale(rows[centre % rows.length], 0, weights[0], sums);
		for (int k = 1; k < weights.length; k++)
			addPair(rows[(centre - k) % rows.length], 0, rows[(centre + k) % rows.length], 0, weights[k], sums);
	}

	private static void scale(final double[] from, final int start, final double weight, final double[] to) {
		for (int x = 0; x < to.length; x++)
			to[x] = weight * from[start + x];
	}

	private static void addPair(final double[] a, final int startA, final double[] b, final int startB,
		final double weight, final double[] sums)
	{
		for (int x = 0; x < sums.length; x++)
			sums[x] += weight * (a[startA + x] + b[startB + x]);
	}
}
