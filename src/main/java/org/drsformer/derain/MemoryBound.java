package org.drsformer.derain;

import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.NumberText;

/** Reads amounts of memory as users write them: {@code 800m}, {@code 4g} or {@code 1.5g}, or {@code auto}. */
public final class MemoryBound {

	private static final int KIB = 1024;

	private MemoryBound() {
		// static functions only
	}

	/**
	 * Returns an amount of memory in bytes; 0 for {@code auto}.
	 *
	 * @param text a number with k, m or g (powers of 1024) or no letter behind it
	 * @throws DrsformerException for anything else, and for less than a byte
	 */
	public static long parse(final String text) {
		final String size = text.strip().toLowerCase(Locale.ROOT);
		if (size.equals("auto"))
			return 0;
		final long bytes = NumberText.withUnit(size.replaceFirst("b$", ""), "kmg", KIB).orElse(0);
		if (bytes <= 0)
			throw new DrsformerException(
				"\"" + text + "\" is no amount of memory; write auto, or a size like 800m or 4g.");
		return bytes;
	}
}
