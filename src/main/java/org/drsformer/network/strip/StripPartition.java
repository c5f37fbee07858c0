package org.drsformer.network.strip;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.network.strip.Strip.Range;

/**
 * Cuts maps into strips: bands of whole rows, and when a band of sensible height would be too large for its share of
 * memory, each band into parts of its columns, so that little is computed twice in the halos.
 */
final class StripPartition {

	/** Below this nearly all that is computed would be halo. */
	private static final long LEAST_PIXELS = 256;

	private StripPartition() {
		// static functions only
	}

	/**
	 * Cuts a map into bands of strips. All begin at even rows and columns; of three bands or more, all but the last are
	 * at least as high as the halo, so that the halo of a band ends within its neighbours.
	 *
	 * @param wantedPixels how many a strip may have with its halo; taken as more when that is very few
	 * @return the bands from top to bottom, each from left to right
	 */
	static List<List<Strip>> cut(final int height, final int width, final int halo, final long wantedPixels) {
		final long pixels = Math.max(wantedPixels, LEAST_PIXELS);
		int best = 1;
		for (int columns = 2; columns <= parts(width, smallest(halo)); columns++)
			if (computed(height, width, halo, pixels, columns) < computed(height, width, halo, pixels, best))
				best = columns;
		final List<List<Strip>> bands = new ArrayList<>();
		final int stripWidth = length(width, best);
		for (final Range rows : ranges(height, stripHeight(height, stripWidth, halo, pixels))) {
			final List<Strip> band = new ArrayList<>();
			for (final Range columns : ranges(width, stripWidth))
				band.add(Strip.of(rows, columns, halo, height, width));
			bands.add(band);
		}
		return bands;
	}

	/**
	 * Pixels that are computed, those in halos as often as they are; more than there are for a strip beyond its size.
	 */
	private static double computed(final int height, final int width, final int halo, final long pixels,
		final int columns)
	{
		final int stripWidth = length(width, columns);
		final int stripHeight = stripHeight(height, stripWidth, halo, pixels);
		final double haloed = (double) (Math.min(height, stripHeight + 2 * halo)) *
			Math.min(width, stripWidth + 2 * halo);
		return haloed * parts(height, stripHeight) * parts(width, stripWidth) * Math.max(1, haloed / pixels);
	}

	/** The greatest height that fits, evened out over the bands. */
	private static int stripHeight(final int height, final int stripWidth, final int halo, final long pixels) {
		final long fitting = pixels / (stripWidth + 2L * halo) - 2L * halo;
		return length(height, parts(height, (int) Math.max(smallest(halo), Math.min(height, fitting))));
	}

	private static int smallest(final int halo) {
		return Math.max(2, even(halo));
	}

	private static List<Range> ranges(final int length, final int step) {
		final List<Range> ranges = new ArrayList<>();
		for (int from = 0; from < length; from += step)
			ranges.add(new Range(from, Math.min(length, from + step)));
		return ranges;
	}

	private static int parts(final int length, final int step) {
		return (length + step - 1) / step;
	}

	private static int length(final int total, final int parts) {
		return even(parts(total, parts));
	}

	private static int even(final int length) {
		return length + length % 2;
	}
}
