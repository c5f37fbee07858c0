package org.drsformer.image.file.content;

import java.nio.file.Path;
import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.NumberText;

/**
 * The largest image that is accepted, whatever a file claims.
 *
 * @param most width x height x planes, above 0
 */
public record PixelLimit(long most) {

	/** No limit. */
	public static final PixelLimit NONE = new PixelLimit(Long.MAX_VALUE);

	/** The usual limit of 100 gigapixels: 48,000 frames of 1920 x 1080. */
	public static final PixelLimit USUAL = new PixelLimit(100_000_000_000L);

	/**
	 * Checks the limit.
	 *
	 * @throws DrsformerException if it is not above 0
	 */
	public PixelLimit {
		if (most < 1)
			throw new DrsformerException("A limit of " + most + " pixels excludes every image; set at least 1.");
	}

	/**
	 * Reads a limit.
	 *
	 * @param text a number of pixels, in thousands (k), millions (m), billions (g) or trillions (t), such as
	 *        {@code 500m}
	 * @throws DrsformerException for any other text
	 */
	public static PixelLimit parse(final String text) {
		return new PixelLimit(NumberText.withUnit(text.strip().toLowerCase(Locale.ROOT), "kmgt", 1000)
			.orElseThrow(() -> new DrsformerException(
				"\"" + text + "\" is not a number of pixels; write for example 500m or 20g.")));
	}

	/**
	 * Checks the size of an image against this limit.
	 *
	 * @throws DrsformerException if the image is larger
	 */
	public void check(final Path file, final long width, final long height, final long planes) {
		if ((double) width * height * planes > most)
			throw new DrsformerException("The image " + file + " is larger than the limit: " + width + " x " + height +
				" pixels" + (planes > 1 ? " in " + planes + " planes" : "") + "; at most " + most +
				" in all are accepted; raise the limit if the image is really so large.");
	}
}
