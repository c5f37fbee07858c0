package org.drsformer.network.strip;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.network.strip.Strip.Range;

/**
 * Divides maps into strips: into bands of whole rows, and if a band of sensible height would be too large for the
 * memory of a strip, each band into parts of its columns, so that the halos make little be computed twice.
 */
final class StripPartition {

	/** Smaller strips would be little but halo. */
	private static final long LEAST_PIXELS = 256;

	/** Four bands keep two or four threads busy. */
	private static final int MANY = 4;

	/** The most rows that are computed twice only to share out the work, as a part of all. */
	private static final double MOST_IN_HALOS = 0.25;

	private StripPartition() {
		// static functions only
	}

	/**
	 * Returns the bands of a map from top to bottom, each with its strips from left to right. All strips begin at even
	 * rows and columns. Of three bands or more, all but the last are at least as high as the halo, so that the halo of
	 * a band ends within its neighbours.
	 *
	 * @param wantedPixels how many pixels a strip may have with its halo; a minimum takes the place of very few
	 * @param sharedPixels how many pixels a strip has at least if there are more strips only to share out the work
	 */
	static List<List<Strip>> bands(final int height, final int width, final int halo, final long wantedPixels,
		final long sharedPixels)
	{
		final long pixels = Math.max(wantedPixels, LEAST_PIXELS);
		int best = 1;
		for (int columns = 2; columns <= parts(width, smallest(halo)); columns++)
			if (computed(height, width, halo, pixels, columns) < computed(height, width, halo, pixels, best))
				best = columns;
		final List<List<Strip>> bands = new ArrayList<>();
		final int stripWidth = length(width, best);
		final int fitting = parts(height, stripHeight(height, stripWidth, halo, pixels));
		final int count = best > 1 ? fitting : sharedOut(fitting, height, halo, (long) height * width / sharedPixels);
		for (final Range rows : ranges(height, length(height, count))) {
			final List<Strip> band = new ArrayList<>();
			for (final Range columns : ranges(width, stripWidth))
				band.add(Strip.of(rows, columns, halo, height, width));
			bands.add(band);
		}
		return bands;
	}

	/**
	 * Returns the number of bands that several threads share out well, at least {@code bands}: a few more bands cost a
	 * few more rows in halos.
	 *
	 * @param most the number of bands above which they are too small to be shared out
	 */
	private static int sharedOut(final int bands, final int height, final int halo, final long most) {
		for (int count = MANY; count > bands; count /= 2)
			if (count <= Math.min(most, height / smallest(halo)) && 2.0 * halo * (count - 1) <= MOST_IN_HALOS * height)
				return count;
		return bands > 1 && bands < height / smallest(halo) ? bands + bands % 2 : bands;
	}

	/**
	 * Returns the number of pixels that are computed, with those in halos as often as they are computed. Strips of too
	 * many pixels count more.
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

	/** Returns the greatest height that fits, evened out over the bands. */
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
