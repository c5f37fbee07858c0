package org.drsformer.benchmark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.drsformer.DrsformerException;
import org.drsformer.network.RestorationNetwork;

/** Width and height of an image in pixels, multiples of 8. */
public record Size(int width, int height) {

	private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

	/**
	 * Reads {@code 480x320}.
	 *
	 * @throws DrsformerException if the text is no such size
	 */
	public static Size parse(final String text) {
		final Matcher sides = TEXT.matcher(text.strip());
		if (!sides.matches())
			throw invalid(text);
		final Size size = new Size(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)));
		if (size.width % RestorationNetwork.MULTIPLE != 0 || size.height % RestorationNetwork.MULTIPLE != 0)
			throw invalid(text);
		return size;
	}

	private static DrsformerException invalid(final String text) {
		return new DrsformerException(
			"\"" + text + "\" is no size for a benchmark; write width x height in multiples of " +
				RestorationNetwork.MULTIPLE + ", such as 480x320.");
	}

	public long pixels() {
		return (long) width * height;
	}

	@Override
	public String toString() {
		return width + "x" + height;
	}
}
