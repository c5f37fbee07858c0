package org.drsformer.command.dialog.frame;

/** Text inside of the HTML that Swing shows. */
public final class Html {

	private Html() {
		// static functions only
	}

	/** Returns a text whose characters are none of the markup. */
	public static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}
}
