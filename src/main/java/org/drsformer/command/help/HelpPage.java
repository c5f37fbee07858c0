package org.drsformer.command.help;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.drsformer.DrsformerException;

/**
 * A document of the folder docs, as it is in our jar.
 *
 * @param file such as {@code rain.md}
 * @param anchor a heading of it as links name it, such as {@code presets}; empty for the top
 */
record HelpPage(String file, String anchor) {

	private static final List<Extension> TABLES = List.of(TablesExtension.create());
	private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
	private static final HtmlRenderer HTML = HtmlRenderer.builder().extensions(TABLES).build();
	private static final Pattern HEADING = Pattern.compile("(?s)<(h[1-6])>(.*?)</\\1>");

	/** Returns the page that a link names, such as {@code rain.md#presets}. */
	static HelpPage parse(final String link) {
		final String[] parts = link.split("#", 2);
		return new HelpPage(parts[0], parts.length == 1 ? "" : parts[1]);
	}

	/**
	 * Returns where the document is; pictures are named relative to it.
	 *
	 * @throws DrsformerException if there is no such document
	 */
	URL address() {
		final URL address = HelpPage.class.getResource("/org/drsformer/help/docs/" + file);
		if (address == null)
			throw new DrsformerException(
				"The jar of DRSformer for Fiji lacks the document " + file + "; install it again.");
		return address;
	}

	/** Returns the document in HTML, with a name at each heading as GitHub makes it. */
	String html() {
		try (InputStream stream = address().openStream()) {
			final String markdown = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			final String html = HTML.render(PARSER.parse(markdown));
			return "<html><body>" +
				HEADING.matcher(html).replaceAll(heading -> "<a name=\"" + anchor(heading.group(2)) + "\"></a>$0") +
				"</body></html>";
		}
		catch (final IOException failure) {
			throw new DrsformerException("The document " + file + " cannot be read: " + failure.getMessage(), failure);
		}
	}

	private static String anchor(final String heading) {
		return heading.replaceAll("<[^>]*>", "")
			.replaceAll("&\\w+;", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\w\\- ]", "")
			.replace(' ', '-');
	}
}
