package org.drsformer.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which jars are Fiji's business.
 *
 * @param managed artifact and version of those that Fiji may ship: {@code update-site/fiji-jars.txt}
 * @param extra artifact and version of those of them that our site brings nevertheless:
 *        {@code update-site/extra-jars.txt}
 */
record FijiJars(Map<String, String> managed, Map<String, String> extra) {

	static Path file(final Path project) {
		return project.resolve("update-site/fiji-jars.txt");
	}

	static FijiJars read(final Path project) throws IOException {
		return new FijiJars(entries(file(project)), entries(project.resolve("update-site/extra-jars.txt")));
	}

	private static Map<String, String> entries(final Path list) throws IOException {
		return Files.readAllLines(list)
			.stream()
			.filter(line -> !line.startsWith("#"))
			.map(line -> line.split(":"))
			.collect(Collectors.toMap(parts -> parts[1], parts -> parts[2], (one, other) -> one));
	}

	/** Whether a jar is left to Fiji. */
	boolean areFijis(final JarName jar) {
		return managed.containsKey(jar.artifact()) && !extra.containsKey(jar.artifact());
	}
}
