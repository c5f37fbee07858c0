package org.drsformer.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether an update site can be published: it has what Fiji lacks, and nothing that Fiji has.
 *
 * @param site the site
 * @param fijis which jars are Fiji's
 * @param needed of Fiji's jars, those that the program needs
 */
record SiteCheck(UpdateSite site, FijiJars fijis, List<Path> needed) {

	/** Sentences, none if all is well. */
	List<String> problems() throws IOException {
		final List<String> problems = new ArrayList<>();
		problems.addAll(jarsOfFiji());
		problems.addAll(folders());
		problems.addAll(classes());
		return problems;
	}

	/** A jar that both have would shadow Fiji's. */
	private List<String> jarsOfFiji() throws IOException {
		final List<String> problems = new ArrayList<>();
		for (final Path jar : site.jars()) {
			final JarName name = JarName.of(jar);
			if (fijis.areFijis(name))
				problems.add(jar.getFileName() + " is one of Fiji's jars (it has version " +
					fijis.managed().get(name.artifact()) + ")");
			else if (fijis.extra().containsKey(name.artifact())
				&& !name.version().equals(fijis.managed().get(name.artifact())))
				problems.add(jar.getFileName() + " is not of the version that Fiji would ship, " +
					fijis.managed().get(name.artifact()));
		}
		return problems;
	}

	/** The launcher takes the folders of systems, such as jars/linux64, for modules: Fiji would not even start. */
	private List<String> folders() throws IOException {
		final List<String> problems = new ArrayList<>();
		if (FijiFolder.jarsIn(site.folder().resolve("plugins")).isEmpty())
			problems.add("the plugin itself is missing in " + site.folder().resolve("plugins"));
		for (final String folder : List.of("licenses", "models"))
			if (!Files.isDirectory(site.folder().resolve(folder)))
				problems.add("the folder " + folder + " is missing");
		try (Stream<Path> files = Files.list(site.folder().resolve("jars"))) {
			files.filter(Files::isDirectory)
				.forEach(folder -> problems.add(folder +
					" must not be there: Fiji's launcher takes such folders for Java modules, and the natives are" +
					" none"));
		}
		return problems;
	}

	/** Of two classes with one name, which one is used is chance. */
	private List<String> classes() throws IOException {
		final Map<String, Path> homes = new HashMap<>();
		final Map<String, Set<String>> references = new TreeMap<>();
		final Set<String> problems = new TreeSet<>();
		for (final Path jar : Stream.concat(needed.stream(), site.jars().stream()).toList()) {
			for (final String name : ClassFiles.namesIn(jar)) {
				final Path other = homes.put(name, jar);
				if (other != null)
					problems.add(name + " is both in " + other.getFileName() + " and in " + jar.getFileName());
			}
			if (!needed.contains(jar))
				references.putAll(ClassFiles.of(jar).references());
		}
		references.forEach((name, names) -> names.stream()
			.filter(used -> !homes.containsKey(used) && !isJavas(used))
			.forEach(used -> problems
				.add(used + " is missing; " + name + " in " + homes.get(name).getFileName() + " needs it")));
		return List.copyOf(problems);
	}

	private static boolean isJavas(final String name) {
		return ClassLoader.getPlatformClassLoader().getResource(name + ".class") != null;
	}
}
