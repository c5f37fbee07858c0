package org.drsformer;

/** Recognises failures that come from too little memory for Java, so that an intact file is not reported as damaged. */
public final class SmallHeap {

	private SmallHeap() {
		// static functions only
	}

	/**
	 * Returns whether a failure was caused by too little memory. Image readers wrap such errors in their own
	 * exceptions.
	 */
	public static boolean caused(final Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause())
			if (cause instanceof OutOfMemoryError)
				return true;
		return false;
	}

	/** Returns the message for work about which nothing else is known. */
	public static String sentence() {
		return "Java does not have enough memory for this (at most " + (Runtime.getRuntime().maxMemory() >> 20) +
			" MiB); give it more (-Xmx, in Fiji Edit > Options > Memory & Threads), or use smaller images.";
	}
}
