package org.drsformer.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files and classes of the project, and the classes of others that it uses.
 *
 * @param files all that are not built
 * @param sources those of Java, by the types that they declare
 */
record ProjectNames(List<String> files, Map<String, List<Source>> sources) {

	private static final List<String> FOLDERS = List.of("src", "docs", "macros", "update-site", "test-images", ".ci",
		".github");
	private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");
	private static final List<String> LIBRARIES = List.of("java.lang", "java.io", "java.nio.file", "java.nio.channels",
		"java.util", "java.util.concurrent", "javax.imageio", "javax.imageio.stream", "ij", "ij.gui", "ij.macro",
		"ij.process", "net.imglib2", "net.imglib2.type.numeric", "ai.djl.ndarray", "ai.djl.nn.pooling",
		"ai.djl.pytorch.jni", "org.scijava", "org.scijava.command", "org.scijava.plugin", "org.scijava.module.process");

	/**
	 * A source file.
	 *
	 * @param name the full name of its class
	 */
	record Source(String name, String text) {

		Stream<String> types() {
			return TYPE.matcher(text).results().map(type -> type.group(1)).distinct();
		}

		/**
		 * Whether a type in it has a method or a field of this name; of sources that are not compiled here, the name.
		 */
		boolean has(final String type, final String member) {
			try {
				final String binary = name.endsWith("." + type) ? name : name + "$" + type;
				return hasMember(Class.forName(binary, false, ProjectNames.class.getClassLoader()), member);
			}
			catch (final ClassNotFoundException notCompiled) {
				return Pattern.compile("\\b" + member + "\\(").matcher(text).find();
			}
		}
	}

	static ProjectNames read() throws IOException {
		final List<String> files = new ArrayList<>();
		try (Stream<Path> top = Files.list(Path.of(""))) {
			top.filter(Files::isRegularFile).map(Path::toString).forEach(files::add);
		}
		for (final String folder : FOLDERS)
			try (Stream<Path> all = Files.walk(Path.of(folder))) {
				all.map(path -> path.toString().replace('\\', '/')).forEach(files::add);
			}
		final Map<String, List<Source>> sources = new HashMap<>();
		for (final String file : files)
			if (file.endsWith(".java")) {
				final Source source = new Source(file.replaceAll("^src/[\\w-]+/java/|\\.java$", "").replace('/', '.'),
					Files.readString(Path.of(file)));
				source.types().forEach(type -> sources.computeIfAbsent(type, name -> new ArrayList<>()).add(source));
			}
		return new ProjectNames(files, sources);
	}

	/** Returns whether there is a file or folder of this path, below the project or a folder of it. */
	boolean hasFile(final String path) {
		final String plain = path.replaceAll("/$", "");
		return files.stream().anyMatch(file -> file.equals(plain) || file.endsWith("/" + plain));
	}

	/**
	 * Returns whether there is a class.
	 *
	 * @param name perhaps with the end of its package, as in {@code network.RestorationNetwork}
	 * @param member of the class; null for none
	 */
	boolean hasClass(final String name, final String member) {
		final String type = name.substring(name.lastIndexOf('.') + 1);
		final String suffix = name.equals(type) ? "" : "." + name.substring(0, name.length() - type.length() - 1) + ".";
		return sources.getOrDefault(type, List.of())
			.stream()
			.filter(source -> ("." + source.name()).contains(suffix))
			.anyMatch(source -> member == null || source.has(type, member)) || isOfLibrary(name, member);
	}

	/** Returns whether one of the classes of this name can be used in other packages. */
	boolean isPublic(final String type) {
		return sources.get(type)
			.stream()
			.anyMatch(source -> Pattern.compile("(?m)^public .*\\b(?:class|record|interface|enum) " + type + "\\b")
				.matcher(source.text())
				.find());
	}

	private static boolean isOfLibrary(final String type, final String member) {
		return LIBRARIES.stream().anyMatch(library -> {
			try {
				final Class<?> found = Class.forName(library + "." + type, false, ProjectNames.class.getClassLoader());
				return member == null || hasMember(found, member);
			}
			catch (final ClassNotFoundException absent) {
				return false;
			}
		});
	}

	private static boolean hasMember(final Class<?> type, final String name) {
		return Stream.of(type.getMethods(), type.getDeclaredMethods(), type.getFields(), type.getDeclaredFields())
			.flatMap(Arrays::stream)
			.anyMatch(member -> member.getName().equals(name));
	}

	/** Returns all sources, in which texts of several lines are joined. */
	String texts() {
		return sources.values()
			.stream()
			.flatMap(List::stream)
			.distinct()
			.map(source -> source.text().replaceAll("\"\\s*\\+\\s*\"", ""))
			.collect(Collectors.joining("\n"));
	}

	/** Returns whether the sources of Java or the build name something. */
	boolean mentions(final String text) throws IOException {
		return Files.readString(Path.of("pom.xml")).contains(text)
			|| sources.values().stream().flatMap(List::stream).anyMatch(source -> source.text().contains(text));
	}
}
