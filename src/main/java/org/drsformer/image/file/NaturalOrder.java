package org.drsformer.image.file;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Orders file names as people do: {@code rain2.png} before {@code rain10.png}, without regard to case. */
final class NaturalOrder implements Comparator<Path> {

	private static final Pattern PARTS = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

	@Override
	public int compare(final Path first, final Path second) {
		final String[] a = PARTS.split(first.getFileName().toString());
		final String[] b = PARTS.split(second.getFileName().toString());
		for (int i = 0; i < Math.min(a.length, b.length); i++) {
			final int order = compareParts(a[i], b[i]);
			if (order != 0)
				return order;
		}
		return a.length != b.length ? a.length - b.length : first.compareTo(second);
	}

	private static int compareParts(final String a, final String b) {
		if (!isNumber(a) || !isNumber(b))
			return a.compareToIgnoreCase(b);
		final String m = withoutZeros(a);
		final String n = withoutZeros(b);
		return m.length() != n.length() ? m.length() - n.length() : m.compareTo(n);
	}

	private static boolean isNumber(final String part) {
		// PARTS splits ASCII digits only: digits of other scripts count as letters here
		return !part.isEmpty() && part.charAt(0) >= '0' && part.charAt(0) <= '9';
	}

	private static String withoutZeros(final String digits) {
		return digits.replaceFirst("^0+", "");
	}
}
