package org.drsformer.image.file.content;

/** Says why a file could not be read, for the end of a sentence. */
public final class FailureReason {

	private FailureReason() {
		// static functions only
	}

	/** Returns the message of the deepest cause. */
	public static String of(final Exception failure) {
		Throwable cause = failure;
		while (cause.getCause() != null)
			cause = cause.getCause();
		return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
	}
}
