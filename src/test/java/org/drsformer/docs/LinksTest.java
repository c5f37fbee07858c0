package org.drsformer.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** The links of the documents lead to files and headings that there are, and the front page to every document. */
class LinksTest {

	private static final List<Document> DOCUMENTS = Document.all();
	private static final Document FRONT_PAGE = DOCUMENTS.get(0);
	private static final int MOST_LINES = 120;

	@Test
	void linksInsideResolve() {
		final List<String> broken = new ArrayList<>();
		for (final Document document : DOCUMENTS)
			document.links()
				.stream()
				.filter(link -> !link.matches("https?://.*"))
				.filter(link -> !resolves(document, link))
				.forEach(link -> broken.add(document.file() + ": " + link));
		assertEquals(List.of(), broken);
	}

	private static boolean resolves(final Document document, final String link) {
		final String[] parts = link.split("#", 2);
		final Path file = parts[0].isEmpty() ? document.file() : target(document, parts[0]);
		return Files.exists(file) && (parts.length == 1 || Document.of(file).anchors().contains(parts[1]));
	}

	private static Path target(final Document document, final String path) {
		return document.file().toAbsolutePath().resolveSibling(path).normalize();
	}

	@Test
	void theFrontPageIsShort() {
		assertTrue(FRONT_PAGE.text().lines().count() <= MOST_LINES);
	}

	@Test
	void theFrontPageHasTheTestCommand() {
		assertTrue(FRONT_PAGE.blocks().stream().anyMatch(block -> block.code().strip().equals("mvn -B verify")));
	}

	@Test
	void theFrontPageLeadsToEveryDocument() {
		final Set<Path> led = FRONT_PAGE.links()
			.stream()
			.map(link -> target(FRONT_PAGE, link))
			.collect(Collectors.toSet());
		assertEquals(List.of(),
			DOCUMENTS.stream()
				.map(Document::file)
				.filter(file -> file.startsWith("docs"))
				.filter(file -> !led.contains(file.toAbsolutePath()))
				.toList());
	}

	@Test
	void everyPageBeginsWithASentence() {
		assertEquals(List.of(),
			DOCUMENTS.stream()
				.filter(document -> document.file().startsWith("docs"))
				.filter(document -> !document.text().matches("(?s)# [^\\n]+\\n\\n[A-Z](?:(?!\\n\\n).)*\\.\\s.*"))
				.map(Document::file)
				.toList());
	}
}
