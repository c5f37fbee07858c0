package org.drsformer.command.window;

import java.awt.Component;
import java.io.IOException;
import java.net.URI;

import javax.swing.JOptionPane;
import javax.swing.JTextField;

import ij.plugin.BrowserLauncher;

/** Opens web pages in the user's browser. */
public final class WebPages {

	private WebPages() {
		// static functions only
	}

	/** Opens a page; where there is no browser, a window shows its address to copy. */
	public static void open(final URI page, final Component parent) {
		try {
			BrowserLauncher.openURL(page.toString());
		}
		catch (final IOException failure) {
			JOptionPane.showMessageDialog(parent,
				new Object[] { "The browser does not open. The address is:", new JTextField(page.toString()) },
				"DRSformer", JOptionPane.PLAIN_MESSAGE);
		}
	}
}
