package org.drsformer.engine;

import java.io.IOException;

/** A web page came instead of a file, such as the page of a network in which one must log in first. */
final class WebPage extends IOException {

	private static final long serialVersionUID = 1;

	WebPage(final String address) {
		super("a web page came instead of " + address);
	}
}
