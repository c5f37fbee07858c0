package org.drsformer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of this software, as reports and manifests state it. */
public final class Software {

	/** Releases that differ only in their third number give the same results for the same images. */
	private static final Pattern RELEASE = Pattern.compile("(\\d+\\.\\d+)\\.\\d+");

	private Software() {
		// static functions only
	}

	/** Returns the version that the jar states, such as {@code 0.1.0}. */
	public static String version() {
		final String version = Software.class.getPackage().getImplementationVersion();
		return version == null ? "(not from a jar)" : version;
	}

	/**
	 * Returns whether this version gives the same results as another for the same images and settings: the releases
	 * differ in their third number at most. A change that alters results must raise the first or the second number.
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
