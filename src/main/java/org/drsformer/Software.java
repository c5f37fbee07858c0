package org.drsformer;

/** What this software is called in reports. */
public final class Software {

	private Software() {
		// static functions only
	}

	/** The version that the jar carries, such as {@code 0.1.0}. */
	public static String version() {
		final String version = Software.class.getPackage().getImplementationVersion();
		return version == null ? "(not from a jar)" : version;
	}
}
