package org.drsformer.image;

import org.drsformer.DrsformerException;

/** A kind of image that cannot be read; the message says why, as the end of a sentence. */
final class UnreadableKindException extends DrsformerException {

	UnreadableKindException(final String why) {
		super(why);
	}
}
