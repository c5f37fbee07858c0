package org.drsformer.macro;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An ImageJ without SciJava, with DRSformer and the jars that it needs, as docs/install.md tells to install them. */
final class PlainImageJ {

	/** What is in the jar with the menu. */
	static final Path MENU = Path.of("src/plain-imagej");

	private static final Path CLASSES = Path.of("target/classes");

	private final Path folder = Path.of("target/plain-imagej").toAbsolutePath();
	private String imagej;

	/** Installs it again. */
	PlainImageJ() throws IOException {
		delete(folder);
		Files.createDirectories(folder.resolve("jars"));
		Files.createDirectories(folder.resolve("plugins"));
		for (final String entry : System.getProperty("java.class.path").split(File.pathSeparator))
			if (entry.matches(".*[/\\\\]ij-[^/\\\\]*\\.jar"))
				imagej = entry;
			else if (entry.endsWith(".jar"))
				Files.createSymbolicLink(folder.resolve("jars").resolve(Path.of(entry).getFileName()), Path.of(entry));
		jar(CLASSES, folder.resolve("jars/drsformer-fiji.jar"));
		// ImageJ opens only jars with an underscore in their names
		jar(MENU, folder.resolve("plugins/DRSformer_ImageJ-menu.jar"));
	}

	private static void delete(final Path folder) throws IOException {
		if (!Files.exists(folder))
			return;
		try (Stream<Path> all = Files.walk(folder)) {
			for (final Path path : all.sorted(Comparator.reverseOrder()).toList())
				Files.delete(path);
		}
	}

	private static void jar(final Path classes, final Path jar) throws IOException {
		try (OutputStream file = Files.newOutputStream(jar);
			ZipOutputStream zip = new ZipOutputStream(file);
			Stream<Path> files = Files.walk(classes)) {
			zip.setLevel(0);
			for (final Path path : files.filter(Files::isRegularFile).toList()) {
				zip.putNextEntry(new ZipEntry(classes.relativize(path).toString().replace(File.separatorChar, '/')));
				Files.copy(path, zip);
			}
		}
	}

	/** Returns the options of Java for it. The class path has only ImageJ and the classes of the tests. */
	List<String> options() {
		return List.of("-Xmx2g", "-XX:TieredStopAtLevel=1", "-Dplugins.dir=" + folder, "-cp",
			imagej + File.pathSeparator + Path.of("target/test-classes"));
	}
}
