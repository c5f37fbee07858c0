package org.drsformer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What this software is called in reports. */
public final class Software {

	/** Of releases that differ only by their third number, all make the same of the same images. */
	private static final Pattern RELEASE = Pattern.compile("(\\d+\\.\\d+)\\.\\d+");

	private Software() {
		// static functions only
	}

	/** The version that the jar carries, such as {@code 0.1.0}. */
	public static String version() {
		final String version = Software.class.getPackage().getImplementationVersion();
		return version == null ? "(not from a jar)" : version;
	}

	/**
	 * Whether this version makes the same of the same images with the same settings as another: if only the third
	 * number of a release differs. Whoever changes results has to raise the first or second one.
	 *
	 * @param other may be null
	 */
	public static boolean givesResultsOf(final String other) {
		return other != null && sameResults(version(), other);
	}

	static boolean sameResults(final String version, final String other) {
		final Matcher here = RELEASE.matcher(version);
		final Matcher there = RELEASE.matcher(other);
		return version.equals(other) || here.matches() && there.matches() && here.group(1).equals(there.group(1));
	}
}
