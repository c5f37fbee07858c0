package org.drsformer.image.file.content;

import org.drsformer.DrsformerException;

/** A kind of image that cannot be read; the message says why, as the end of a sentence. */
public final class UnreadableKindException extends DrsformerException {

	public UnreadableKindException(final String why) {
		super(why);
	}
}
