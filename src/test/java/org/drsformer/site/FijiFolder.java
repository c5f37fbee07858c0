package org.drsformer.site;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder that is laid out as Fiji, with those of the jars that Fiji ships which this project needs, in the versions
 * of pom-scijava; the others are not on Maven Central.
 *
 * @param folder the Fiji folder
 */
record FijiFolder(Path folder) {

	/** The jars of this JVM. */
	static List<Path> classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.filter(path -> path.toString().endsWith(".jar"))
			.toList();
	}

	static List<Path> jarsIn(final Path folder) throws IOException {
		if (!Files.isDirectory(folder))
			return List.of();
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
		}
	}

	/** Links those of these jars that are Fiji's. */
	void addFijisOwn(final List<Path> candidates, final FijiJars fijis) throws IOException {
		Files.createDirectories(folder.resolve("jars"));
		for (final Path jar : candidates)
			if (fijis.areFijis(JarName.of(jar)))
				UpdateSite.link(jar, folder.resolve("jars").resolve(jar.getFileName()));
	}

	/** What Fiji's launcher puts on the class path. */
	String javaClassPath() throws IOException {
		return Stream.concat(jarsIn(folder.resolve("jars")).stream(), jarsIn(folder.resolve("plugins")).stream())
			.map(Path::toString)
			.collect(Collectors.joining(File.pathSeparator));
	}
}
