package org.drsformer;

/** What to tell when Java's memory is too small, so that nobody takes a whole file for a damaged one. */
public final class SmallHeap {

	private SmallHeap() {
		// static functions only
	}

	/** Whether a failure comes from it: readers of images pack errors into exceptions of their own. */
	public static boolean caused(final Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause())
			if (cause instanceof OutOfMemoryError)
				return true;
		return false;
	}

	/** The sentence for work of which nothing is known. */
	public static String sentence() {
		return "Java has not enough memory for this (at most " + (Runtime.getRuntime().maxMemory() >> 20) +
			" MiB); give it more (-Xmx, in Fiji Edit > Options > Memory & Threads), or use smaller images.";
	}
}
