package org.drsformer.engine;

import java.io.IOException;

/** Instead of a file a page for people came, as networks send it in which one has to log in first. */
final class WebPage extends IOException {

	private static final long serialVersionUID = 1;

	WebPage(final String address) {
		super("a web page came instead of " + address);
	}
}
