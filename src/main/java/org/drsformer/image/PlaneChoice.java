package org.drsformer.image;

import java.util.Locale;

import org.drsformer.DrsformerException;

import ij.ImagePlus;

/**
 * Which planes of a stack or hyperstack are meant, always with all of their channels:
 * <ul>
 * <li>{@code all}
 * <li>{@code current}: the slice and frame that is shown
 * <li>{@code range}: frames from first to last, with all of their slices; of an image that has no frames, slices
 * </ul>
 *
 * @param first of a range, from 1
 * @param last of a range, and in it; 0 for the end
 */
public record PlaneChoice(Kind kind, int first, int last) {

	public static final PlaneChoice ALL = new PlaneChoice(Kind.ALL, 1, 0);

	/** As users write them, in lower case. */
	public enum Kind {
		ALL, CURRENT, RANGE
	}

	/** Slices or frames, from 1. */
	record Span(int first, int last) {

		static Span of(final int count) {
			return new Span(1, count);
		}

		int count() {
			return last - first + 1;
		}

		/** Where this one is in the span, from 1; the nearest that is, if it is not. */
		int place(final int number) {
			return Math.max(first, Math.min(last, number)) - first + 1;
		}
	}

	/**
	 * Reads a choice as users write it.
	 *
	 * @param kind all, current or range
	 * @throws DrsformerException for anything else, and for a first or last that only a range could have
	 */
	public static PlaneChoice parse(final String kind, final int first, final int last) {
		final Kind parsed = switch (kind.strip().toLowerCase(Locale.ROOT)) {
			case "all" -> Kind.ALL;
			case "current" -> Kind.CURRENT;
			case "range" -> Kind.RANGE;
			default -> throw new DrsformerException("There are no planes \"" + kind + "\"; use all, current or range.");
		};
		if (parsed != Kind.RANGE && (first != 1 || last != 0))
			throw new DrsformerException("First and last (" + first + " and " + last +
				") are for planes=range; choose that, or leave them out.");
		return new PlaneChoice(parsed, first, last);
	}

	/** @throws DrsformerException if the range is not one of the image */
	Span slices(final ImagePlus image) {
		if (kind == Kind.CURRENT)
			return new Span(image.getZ(), image.getZ());
		return kind == Kind.RANGE && image.getNFrames() == 1 ? range("slice", image.getNSlices())
			: Span.of(image.getNSlices());
	}

	/** @throws DrsformerException if the range is not one of the image */
	Span frames(final ImagePlus image) {
		if (kind == Kind.CURRENT)
			return new Span(image.getT(), image.getT());
		return kind == Kind.RANGE && image.getNFrames() > 1 ? range("frame", image.getNFrames())
			: Span.of(image.getNFrames());
	}

	private Span range(final String what, final int count) {
		final int end = last == 0 ? count : last;
		if (first < 1 || end < first || end > count)
			throw new DrsformerException(
				"The image has " + count + " " + what + (count == 1 ? "" : "s") + ", and none from first=" + first +
					" to last=" + last + "; count from 1, and let last be 0 for the end.");
		return new Span(first, end);
	}
}
