package org.drsformer.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The classes, methods, files, profiles and properties that the documents name are there. */
class CodeNamesTest {

	private static final Pattern CLASS = Pattern
		.compile("^((?:[a-z]\\w*\\.)*[A-Z]\\w*[a-z]\\w*)(?:\\.([a-z]\\w*))?(?:\\([^()]*\\))?$");
	private static final Pattern CALL = Pattern.compile("\\b([A-Z]\\w*[a-z]\\w*)\\.(\\w+)\\(");
	private static final Pattern FULL = Pattern.compile("\\borg\\.drsformer((?:\\.[a-z]\\w*)*)\\.([A-Z]\\w*)");
	private static final Pattern CONSTRUCTOR = Pattern.compile("\\bnew ([A-Z]\\w*)\\(");
	private static final Pattern FILE = Pattern
		.compile("^(?:(?:src|docs|macros|update-site|test-images|\\.ci|\\.github)/" +
			"[\\w./-]*|(?:[\\w.-]+/)*[\\w-]+\\.(?:java|md|ijm|groovy|sh|xml|yml|tsv|config))$");
	/** Of others: of ImageJ2, of a list that is elsewhere; words that are no names. */
	private static final Set<String> FOREIGN = Set.of("Dataset", "Infinity", "Ext", "sites.yml");
	/** Of Maven, Java and DJL. */
	private static final Set<String> FOREIGN_PROPERTIES = Set.of("test", "skipTests", "https.proxyHost",
		"https.proxyPort", "ai.djl.offline");

	private static final List<Document> DOCUMENTS = Document.all();
	private static ProjectNames names;

	@BeforeAll
	static void read() throws IOException {
		names = ProjectNames.read();
	}

	private static List<String> wrong(final BiFunction<Document, String, Stream<String>> find) {
		final List<String> wrong = new ArrayList<>();
		for (final Document document : DOCUMENTS)
			for (final String span : document.spans())
				find.apply(document, span).forEach(name -> wrong.add(document.file() + ": " + name));
		return wrong;
	}

	@Test
	void classesAndMethods() {
		assertEquals(List.of(),
			wrong((document, span) -> Stream.of(CLASS, CALL)
				.flatMap(pattern -> pattern.matcher(span).results())
				.filter(found -> !FOREIGN.contains(found.group(1)) && !FOREIGN.contains(span))
				.filter(found -> !names.hasFile(span) && !names.hasClass(found.group(1), found.group(2)))
				.map(MatchResult::group)));
	}

	@Test
	void constructors() {
		assertEquals(List.of(),
			wrong((document, span) -> CONSTRUCTOR.matcher(span)
				.results()
				.map(found -> found.group(1))
				.filter(name -> !names.hasClass(name, null))));
	}

	@Test
	void fullNames() {
		for (final Document document : DOCUMENTS)
			assertEquals(List.of(),
				FULL.matcher(document.text())
					.results()
					.filter(found -> !names.hasClass("org.drsformer" + found.group(1) + "." + found.group(2), null))
					.map(MatchResult::group)
					.toList(),
				document.file().toString());
	}

	@Test
	void files() {
		assertEquals(List.of(),
			wrong((document, span) -> FILE.matcher(span)
				.results()
				.map(MatchResult::group)
				.filter(file -> !FOREIGN.contains(file) && !names.hasFile(file) && !file.startsWith("target/"))));
	}

	@Test
	void profilesAndExecutions() throws IOException {
		final String pom = Files.readString(Path.of("pom.xml"));
		for (final Document document : DOCUMENTS)
			Pattern.compile("(?:mvn .*-P ?|exec:exec@)([\\w,-]+)")
				.matcher(document.text())
				.results()
				.flatMap(found -> Stream.of(found.group(1).split(",")))
				.forEach(id -> assertEquals(true, pom.contains("<id>" + id + "</id>"), document.file() + ": " + id));
	}

	@Test
	void properties() throws IOException {
		for (final Document document : DOCUMENTS)
			for (final MatchResult found : Pattern.compile("(?<![\\w-])-D([\\w.]*\\w)")
				.matcher(document.text())
				.results()
				.toList())
				assertEquals(true, FOREIGN_PROPERTIES.contains(found.group(1)) || names.mentions(found.group(1)),
					document.file() + ": " + found.group());
	}

	@Test
	void theApiIsPublic() {
		final Document api = Document.of(Path.of("docs/api.md"));
		assertEquals(List.of(),
			api.spans()
				.stream()
				.filter(span -> span.matches("[A-Z]\\w*[a-z]\\w*") && names.sources().containsKey(span))
				.filter(span -> !names.isPublic(span))
				.toList());
	}

	/** In the first column of a table, as in the page on troubleshooting; what varies in them is not looked for. */
	@Test
	void messages() throws IOException {
		final String texts = names.texts();
		for (final Document document : DOCUMENTS)
			assertEquals(List.of(),
				Pattern.compile("(?m)^\\| \"([^|\"]+)\"")
					.matcher(document.text())
					.results()
					.flatMap(found -> Stream.of(found.group(1).split("; \\.{3}|\\.{3}|https?://\\S+")))
					.map(String::strip)
					.filter(part -> !texts.contains(part))
					.toList(),
				document.file().toString());
	}
}
