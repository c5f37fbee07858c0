package org.drsformer.image.file.content;

import java.nio.file.Path;
import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.NumberText;

/**
 * The largest image that is taken on, whatever a file claims.
 *
 * @param most width x height x planes, above 0
 */
public record PixelLimit(long most) {

	/** Everything that can be counted. */
	public static final PixelLimit NONE = new PixelLimit(Long.MAX_VALUE);

	/** 100 gigapixels: 48,000 frames of 1920 x 1080. */
	public static final PixelLimit USUAL = new PixelLimit(100_000_000_000L);

	/** @throws DrsformerException if it is not above 0 */
	public PixelLimit {
		if (most < 1)
			throw new DrsformerException("A limit of " + most + " pixels lets no image pass; give at least 1.");
	}

	/**
	 * @param text pixels, in thousands (k), millions (m), billions (g) or trillions (t), such as {@code 500m}
	 * @throws DrsformerException for anything else
	 */
	public static PixelLimit parse(final String text) {
		return new PixelLimit(NumberText.withUnit(text.strip().toLowerCase(Locale.ROOT), "kmgt", 1000)
			.orElseThrow(() -> new DrsformerException(
				"There is no number of pixels \"" + text + "\"; write for example 500m or 20g.")));
	}

	/** @throws DrsformerException if an image is larger */
	public void check(final Path file, final long width, final long height, final long planes) {
		if ((double) width * height * planes > most)
			throw new DrsformerException("The image " + file + " is larger than the limit: " + width + " x " + height +
				" pixels" + (planes > 1 ? " in " + planes + " planes" : "") + ", and at most " + most +
				" in all are taken on; raise the limit if that is meant.");
	}
}
