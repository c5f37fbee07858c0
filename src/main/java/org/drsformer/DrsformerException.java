package org.drsformer;

/**
 * A failure that the user can do something about. The message is one clear sentence: what is wrong, with which file or
 * value, and what to do. Every face shows it as it is, without a stack trace.
 */
public class DrsformerException extends RuntimeException {

	public DrsformerException(final String message) {
		super(message);
	}

	public DrsformerException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
