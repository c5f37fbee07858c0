package org.drsformer.image.file.content;

import org.drsformer.DrsformerException;

/** Reports a kind of image that cannot be read; the message says why, as the end of a sentence. */
public final class UnreadableKindException extends DrsformerException {

	/**
	 * Makes an exception.
	 *
	 * @param why the end of a sentence
	 */
	public UnreadableKindException(final String why) {
		super(why);
	}
}
