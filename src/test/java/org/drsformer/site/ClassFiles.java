package org.drsformer.site;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The classes in a jar, and those that each of them names.
 *
 * @param references of each class, by its name such as {@code ai/djl/Device}
 */
record ClassFiles(Map<String, Set<String>> references) {

	private static final String ENDING = ".class";
	// tags of the constant pool, chapter 4.4 of the Java Virtual Machine Specification
	private static final int UTF8 = 1;
	private static final int LONG = 5;
	private static final int DOUBLE = 6;
	private static final int CLASS = 7;
	private static final int STRING = 8;
	private static final int METHOD_HANDLE = 15;
	private static final int METHOD_TYPE = 16;
	private static final int MODULE = 19;
	private static final int PACKAGE = 20;

	static ClassFiles of(final Path jar) throws IOException {
		final Map<String, Set<String>> references = new TreeMap<>();
		try (ZipFile file = new ZipFile(jar.toFile())) {
			for (final ZipEntry entry : (Iterable<ZipEntry>) file.stream().map(ZipEntry.class::cast)::iterator)
				if (isClass(entry.getName()))
					references.put(name(entry), names(file, entry));
		}
		return new ClassFiles(references);
	}

	/** Just the names of the classes in a jar, without reading them. */
	static Set<String> namesIn(final Path jar) throws IOException {
		try (ZipFile file = new ZipFile(jar.toFile())) {
			return file.stream()
				.filter(entry -> isClass(entry.getName()))
				.map(ClassFiles::name)
				.collect(Collectors.toSet());
		}
	}

	private static String name(final ZipEntry entry) {
		return entry.getName().substring(0, entry.getName().length() - ENDING.length());
	}

	/** Not descriptions of modules and packages, and not variants for other versions of Java. */
	private static boolean isClass(final String name) {
		return name.endsWith(ENDING) && !name.startsWith("META-INF/") && !name.endsWith("-info.class");
	}

	private static Set<String> names(final ZipFile jar, final ZipEntry entry) throws IOException {
		try (InputStream stream = jar.getInputStream(entry)) {
			return names(new DataInputStream(new ByteArrayInputStream(stream.readAllBytes())));
		}
	}

	private static Set<String> names(final DataInputStream in) throws IOException {
		in.skipNBytes(8);
		final int count = in.readUnsignedShort();
		final String[] texts = new String[count];
		final Set<Integer> classes = new HashSet<>();
		for (int i = 1; i < count; i++) {
			final int tag = in.readUnsignedByte();
			switch (tag) {
				case UTF8 -> texts[i] = in.readUTF();
				case CLASS -> classes.add(in.readUnsignedShort());
				case STRING, METHOD_TYPE, MODULE, PACKAGE -> in.skipNBytes(2);
				case METHOD_HANDLE -> in.skipNBytes(3);
				case LONG, DOUBLE -> {
					in.skipNBytes(8);
					i++;
				}
				default -> in.skipNBytes(4);
			}
		}
		final Set<String> names = new HashSet<>();
		classes.forEach(index -> names.add(element(texts[index])));
		names.remove("");
		return names;
	}

	/** The class of an array's elements; empty for numbers. */
	private static String element(final String name) {
		if (!name.startsWith("["))
			return name;
		return name.endsWith(";") ? name.substring(name.indexOf('L') + 1, name.length() - 1) : "";
	}
}
