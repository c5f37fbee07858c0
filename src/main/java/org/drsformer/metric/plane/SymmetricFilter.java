package org.drsformer.metric.plane;

/**
 * Weighted sums with symmetric weights, as long loops over arrays of stride 1 that the compiler can turn into vector
 * instructions.
 *
 * @param weights from the centre outwards; each sum has 2 * weights.length - 1 samples
 */
public record SymmetricFilter(double[] weights) {

	/** Returns the samples between the centre of a sum and its end. */
	public int radius() {
		return weights.length - 1;
	}

	/** Sets sums[x] to the weighted sum of row[start + x] .. row[start + x + 2 * radius]. */
	public void alongRow(final double[] row, final int start, final double[] sums) {
		final int centre = start + radius();
		scale(row, centre, weights[0], sums);
		int k = 1;
		for (; k + 1 < weights.length; k += 2)
			addPairs(row, centre - k - 1, centre - k, centre + k, centre + k + 1, weights[k], weights[k + 1], sums);
		if (k < weights.length)
			addPair(row, centre - k, row, centre + k, weights[k], sums);
	}

	/**
	 * Sets sums[x] to the weighted sum of rows[..][x].
	 *
	 * @param rows as many as each sum has samples, in a ring
	 * @param first index of the uppermost row; may be larger than the ring
	 */
	public void acrossRows(final double[][] rows, final int first, final double[] sums) {
		final int n = rows.length;
		final int centre = first + radius();
		scale(rows[centre % n], 0, weights[0], sums);
		int k = 1;
		for (; k + 1 < weights.length; k += 2)
			addPairs(rows[(centre - k - 1) % n], rows[(centre - k) % n], rows[(centre + k) % n],
				rows[(centre + k + 1) % n], weights[k], weights[k + 1], sums);
		if (k < weights.length)
			addPair(rows[(centre - k) % n], 0, rows[(centre + k) % n], 0, weights[k], sums);
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

	/** Adds two pairs at once, which reads and writes the sums half as often. */
	private static void addPairs(final double[] row, final int a, final int b, final int c, final int d,
		final double inner, final double outer, final double[] sums)
	{
		for (int x = 0; x < sums.length; x++)
			sums[x] += inner * (row[b + x] + row[c + x]) + outer * (row[a + x] + row[d + x]);
	}

	private static void addPairs(final double[] a, final double[] b, final double[] c, final double[] d,
		final double inner, final double outer, final double[] sums)
	{
		for (int x = 0; x < sums.length; x++)
			sums[x] += inner * (b[x] + c[x]) + outer * (a[x] + d[x]);
	}
}
