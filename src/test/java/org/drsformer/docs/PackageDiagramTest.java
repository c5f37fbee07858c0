package org.drsformer.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The packages in {@code docs/architecture.md} and their arrows are those of the sources, and lead downwards only. */
class PackageDiagramTest {

	private static final Document ARCHITECTURE = Document.of(Path.of("docs/architecture.md"));
	private static final Pattern LINE = Pattern.compile("(?m)^([a-z.]+) -> (.*)$");
	private static final Pattern ARROW = Pattern.compile("(?m)^\\s*(\\w+) --> (\\w+)$");

	private static Stream<MatchResult> found(final String language, final Pattern pattern) {
		return ARCHITECTURE.blocks()
			.stream()
			.filter(block -> block.language().equals(language))
			.flatMap(block -> pattern.matcher(block.code()).results());
	}

	private static List<String> targets(final MatchResult line) {
		return line.group(2).equals("nothing") ? List.of() : List.of(line.group(2).split(", "));
	}

	@Test
	void theListHasTheArrowsThatThereAre() throws IOException {
		final List<String> expected = new ArrayList<>();
		SourcePackages.ofProject()
			.uses()
			.forEach(
				(name, used) -> expected.add(name + " -> " + (used.isEmpty() ? "nothing" : String.join(", ", used))));
		assertEquals(String.join("\n", expected),
			found("text", LINE).map(MatchResult::group).sorted().collect(Collectors.joining("\n")));
	}

	@Test
	void arrowsLeadDownwardsOnly() {
		final List<MatchResult> lines = found("text", LINE).toList();
		final List<String> order = lines.stream().map(line -> line.group(1)).toList();
		for (final MatchResult line : lines)
			for (final String target : targets(line))
				assertTrue(order.indexOf(target) > order.indexOf(line.group(1)),
					line.group(1) + " uses " + target + ", which has to stand below it");
	}

	@Test
	void thePictureHasTheArrowsThatAreNotImplied() throws IOException {
		final TreeSet<String> expected = new TreeSet<>();
		SourcePackages.ofProject()
			.features()
			.reduced()
			.uses()
			.forEach((name, used) -> used.forEach(other -> expected.add(name + " --> " + other)));
		assertEquals(String.join("\n", expected),
			found("mermaid", ARROW).map(arrow -> arrow.group().strip()).sorted().collect(Collectors.joining("\n")));
	}

	@Test
	void theRootTellsTheSameOrder() {
		final String page = Document.of(Path.of("src/main/java/org/drsformer/package-info.java")).text();
		final List<String> order = found("text", LINE).map(line -> line.group(1).replaceAll("\\..*", ""))
			.distinct()
			.filter(name -> page.contains("{@link org.drsformer." + name + "}"))
			.toList();
		final Map<String, Integer> places = order.stream()
			.collect(Collectors.toMap(name -> name, name -> page.indexOf("{@link org.drsformer." + name + "}")));
		assertEquals(order.stream().sorted((one, other) -> places.get(one) - places.get(other)).toList(), order);
	}
}
