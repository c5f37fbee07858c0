package org.drsformer.image;

import java.util.Locale;

import org.drsformer.DrsformerException;

import ij.ImagePlus;

/**
 * The planes of a stack or hyperstack that are chosen, always with all of their channels:
 * <ul>
 * <li>{@code all}
 * <li>{@code current}: the slice and frame that ImageJ displays
 * <li>{@code range}: ImageJ's frames from first to last with all of their slices; if the image has only one frame, the
 * slices from first to last
 * </ul>
 *
 * @param first of a range, from 1
 * @param last of a range, inclusive; 0 for the end
 */
public record PlaneChoice(Kind kind, int first, int last) {

	public static final PlaneChoice ALL = new PlaneChoice(Kind.ALL, 1, 0);

	/** The words of users, in lower case. */
	enum Kind {
		ALL, CURRENT, RANGE
	}

	/**
	 * Some of ImageJ's slices or times, counted from 1.
	 *
	 * @param last inclusive
	 */
	record Span(int first, int last) {

		static Span of(final int count) {
			return new Span(1, count);
		}

		int count() {
			return last - first + 1;
		}

		/** Returns the place of a slice or time in this span, from 1; for one outside, that of the nearest inside. */
		int place(final int number) {
			return Math.max(first, Math.min(last, number)) - first + 1;
		}
	}

	/**
	 * Reads a choice as users write it.
	 *
	 * @param kind all, current or range
	 * @throws DrsformerException for any other kind, and for a first or last that only a range may have
	 */
	public static PlaneChoice parse(final String kind, final int first, final int last) {
		final Kind parsed = switch (kind.strip().toLowerCase(Locale.ROOT)) {
			case "all" -> Kind.ALL;
			case "current" -> Kind.CURRENT;
			case "range" -> Kind.RANGE;
			default ->
				throw new DrsformerException("The planes \"" + kind + "\" are unknown; use all, current or range.");
		};
		if (parsed != Kind.RANGE && (first != 1 || last != 0))
			throw new DrsformerException("First and last (" + first + " and " + last +
				") belong to planes=range; choose that, or leave them out.");
		return new PlaneChoice(parsed, first, last);
	}

	/**
	 * Returns the chosen slices.
	 *
	 * @throws DrsformerException if the image does not have the range
	 */
	Span slices(final ImagePlus image) {
		if (kind == Kind.CURRENT)
			return new Span(image.getZ(), image.getZ());
		return kind == Kind.RANGE && image.getNFrames() == 1 ? range("slice", image.getNSlices())
			: Span.of(image.getNSlices());
	}

	/**
	 * Returns the chosen times, which ImageJ calls frames.
	 *
	 * @throws DrsformerException if the image does not have the range
	 */
	Span times(final ImagePlus image) {
		if (kind == Kind.CURRENT)
			return new Span(image.getT(), image.getT());
		return kind == Kind.RANGE && image.getNFrames() > 1 ? range("frame", image.getNFrames())
			: Span.of(image.getNFrames());
	}

	private Span range(final String what, final int count) {
		final int end = last == 0 ? count : last;
		if (first < 1 || end < first || end > count)
			throw new DrsformerException(
				"The image has " + count + " " + what + (count == 1 ? "" : "s") + ", so the range from first=" + first +
					" to last=" + last + " is invalid; count from 1, and let last be 0 for the end.");
		return new Span(first, end);
	}
}
