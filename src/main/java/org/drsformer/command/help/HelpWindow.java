package org.drsformer.command.help;

import java.awt.Dialog.ModalExclusionType;
import java.awt.Dimension;
import java.net.URI;

import javax.swing.BorderFactory;
import javax.swing.JEditorPane;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.html.HTMLDocument;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.StyleSheet;

import org.drsformer.command.window.WebPages;

/**
 * Shows a document. There is one window, which stays usable while a dialog is open. Links to other documents lead there
 * in the same window, all others open the browser.
 */
public final class HelpWindow {

	/** Where the files are that are not in our jar. */
	private static final String PROJECT = "https://github.com/drsformer/drsformer-fiji/blob/main/docs/";

	private static final Dimension SIZE = new Dimension(820, 640);
	private static final int MARGIN = 12;

	private static HelpWindow shown;

	private final JFrame window = new JFrame("Help of DRSformer");
	private final JEditorPane pane = new JEditorPane();

	private HelpWindow() {
		pane.setEditable(false);
		pane.setCaretColor(pane.getBackground());
		pane.setBorder(BorderFactory.createEmptyBorder(MARGIN, MARGIN, MARGIN, MARGIN));
		pane.addHyperlinkListener(event -> {
			if (event.getEventType() == HyperlinkEvent.EventType.ACTIVATED)
				follow(event.getDescription());
		});
		final JScrollPane scrolled = new JScrollPane(pane);
		scrolled.setPreferredSize(SIZE);
		window.setModalExclusionType(ModalExclusionType.APPLICATION_EXCLUDE);
		window.setContentPane(scrolled);
		window.pack();
	}

	/**
	 * Shows a page; called on the thread of events.
	 *
	 * @param page a document and a heading, such as {@code rain.md#presets}
	 */
	public static void show(final String page) {
		if (shown == null)
			shown = new HelpWindow();
		shown.open(HelpPage.parse(page));
		shown.window.setVisible(true);
		shown.window.toFront();
	}

	private void open(final HelpPage page) {
		final HTMLEditorKit kit = new HTMLEditorKit();
		kit.setStyleSheet(style(kit.getStyleSheet()));
		pane.setEditorKit(kit);
		((HTMLDocument) pane.getDocument()).setBase(page.address());
		pane.setText(page.html());
		// the place of a heading is known once the text is laid out
		SwingUtilities.invokeLater(() -> {
			if (page.anchor().isEmpty())
				pane.setCaretPosition(0);
			else
				pane.scrollToReference(page.anchor());
		});
	}

	private static StyleSheet style(final StyleSheet usual) {
		final StyleSheet style = new StyleSheet();
		style.addStyleSheet(usual);
		style.addRule("body { font-family: sans-serif; font-size: 12pt }");
		style.addRule("code, pre { font-family: monospaced; background-color: #eeeeee }");
		style.addRule("th, td { border-width: 1px; border-style: solid; border-color: #cccccc; padding: 3px }");
		return style;
	}

	private void follow(final String link) {
		if (link.startsWith("#"))
			pane.scrollToReference(link.substring(1));
		else if (link.matches("[\\w-]+\\.md(#.*)?"))
			open(HelpPage.parse(link));
		else
			WebPages.open(URI.create(PROJECT).resolve(link), window);
	}
}
