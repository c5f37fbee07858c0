package org.drsformer.io;

import java.io.IOException;

/** A line is longer than any line that is written. */
public final class LongLineException extends IOException {

	LongLineException(final int longest) {
		super("a line of more than " + longest + " bytes");
	}
}
