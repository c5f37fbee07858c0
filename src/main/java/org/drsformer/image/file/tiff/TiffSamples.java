package org.drsformer.image.file.tiff;

import java.io.IOException;

import org.drsformer.image.file.content.UnreadableKindException;

/** Finds the samples of a pixel that are colours: all but those that the tag ExtraSamples calls alpha. */
final class TiffSamples {

	private static final int MOST = 512;
	private static final int CMYK_INKS = 1;
	private static final int MOST_EXTRA_KIND = 2;

	private TiffSamples() {
		// static functions only
	}

	/**
	 * Returns how many samples of a pixel are read, from the first on.
	 *
	 * @throws UnreadableKindException if the tags do not say it, or it is more than can be read
	 */
	static int seen(final TiffDirectory page, final int photometric, final int samples) throws IOException {
		if (samples < 1 || samples > MOST)
			throw new UnreadableKindException(
				"its SamplesPerPixel (tag 277) is " + samples + "; split it into images of one channel");
		final int colors = colors(page, photometric);
		final long[] extra = page.numbers(TiffTag.EXTRA_SAMPLES);
		if (extra.length > samples - colors)
			throw new IOException("its SamplesPerPixel (tag 277) is " + samples + ", too few");
		final int seen = samples - alpha(extra, photometric, samples - colors);
		if (photometric != TiffKind.BLACK_IS_ZERO && seen != colors)
			throw new UnreadableKindException("its PhotometricInterpretation (tag 262) is " + photometric + " with " +
				seen + " samples that are not alpha (tags 277 and 338); split it into images of one channel");
		return seen;
	}

	/** Returns whether the colours are multiplied by the alpha that follows them. */
	static boolean areMultiplied(final TiffDirectory page, final int samples, final int seen) throws IOException {
		return samples == seen + 1 && page.number(TiffTag.EXTRA_SAMPLES, 0) == 1;
	}

	private static int colors(final TiffDirectory page, final int photometric) throws IOException {
		if (photometric == TiffKind.CMYK && page.number(TiffTag.INK_SET, CMYK_INKS) != CMYK_INKS)
			throw new UnreadableKindException(
				"its InkSet (tag 332) has other inks than cyan, magenta, yellow and black; convert it to RGB");
		return switch (photometric) {
			case TiffKind.RGB, TiffKind.YCBCR -> 3;
			case TiffKind.CMYK -> 4;
			default -> 1;
		};
	}

	/** Returns how many of the last samples are alpha. Writers of RGB often do not declare a single alpha. */
	private static int alpha(final long[] extra, final int photometric, final int beyond) throws IOException {
		if (extra.length == 0)
			return photometric == TiffKind.RGB && beyond == 1 ? 1 : 0;
		int alpha = 0;
		for (final long kind : extra) {
			if (kind < 0 || kind > MOST_EXTRA_KIND)
				throw new IOException("its ExtraSamples (tag 338) is " + kind);
			if (kind == 0 && alpha > 0)
				throw new UnreadableKindException(
					"its ExtraSamples (tag 338) has alpha before other samples; split it into images of one" +
						" channel");
			alpha += kind == 0 ? 0 : 1;
		}
		return alpha;
	}
}
