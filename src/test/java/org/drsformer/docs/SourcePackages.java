package org.drsformer.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which packages there are, and which others each of them uses: by imports, and by names in full.
 *
 * @param uses by package, without {@code org.drsformer.}; the root is {@value #ROOT}
 */
record SourcePackages(Map<String, Set<String>> uses) {

	static final String ROOT = "drsformer";

	private static final List<String> SOURCES = List.of("src/main/java", "src/spark/java");
	private static final Pattern NO_CODE = Pattern.compile(
		"/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])'", Pattern.DOTALL);
	private static final Pattern PACKAGE = Pattern.compile("(?m)^package org\\.drsformer(?:\\.([\\w.]+))?;");
	private static final Pattern USED = Pattern.compile("\\borg\\.drsformer\\.((?:[a-z]\\w*\\.)*)[A-Z*]");

	/** Reads all sources that are not tests. */
	static SourcePackages ofProject() throws IOException {
		final Map<String, Set<String>> uses = new TreeMap<>();
		for (final String folder : SOURCES)
			try (Stream<Path> files = Files.walk(Path.of(folder))) {
				for (final Path file : files.filter(path -> path.toString().endsWith(".java")).toList())
					add(NO_CODE.matcher(Files.readString(file)).replaceAll(" "), uses);
			}
		return new SourcePackages(uses);
	}

	private static void add(final String source, final Map<String, Set<String>> uses) {
		final String own = name(PACKAGE.matcher(source).results().findFirst().orElseThrow().group(1));
		final Set<String> used = uses.computeIfAbsent(own, name -> new TreeSet<>());
		USED.matcher(source).results().map(match -> name(match.group(1))).forEach(used::add);
		used.remove(own);
	}

	private static String name(final String path) {
		return path == null || path.isEmpty() ? ROOT : path.replaceAll("\\.$", "");
	}

	/** Returns the same for the first parts of the names, such as {@code batch} for {@code batch.plan}. */
	SourcePackages features() {
		final Map<String, Set<String>> features = new TreeMap<>();
		uses.forEach((name, used) -> {
			final Set<String> all = features.computeIfAbsent(feature(name), feature -> new TreeSet<>());
			used.forEach(other -> all.add(feature(other)));
			all.remove(feature(name));
		});
		return new SourcePackages(features);
	}

	private static String feature(final String name) {
		return name.replaceAll("\\..*", "");
	}

	/** Returns the arrows without those that others imply; there are no cycles. */
	SourcePackages reduced() {
		return new SourcePackages(uses.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
				entry -> entry.getValue()
					.stream()
					.filter(used -> entry.getValue().stream().noneMatch(other -> reaches(other, used)))
					.collect(Collectors.toCollection(TreeSet::new)),
				(one, other) -> one, TreeMap::new)));
	}

	private boolean reaches(final String from, final String to) {
		return uses.get(from).contains(to) || uses.get(from).stream().anyMatch(next -> reaches(next, to));
	}
}
