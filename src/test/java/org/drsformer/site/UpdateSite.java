package org.drsformer.site;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that is published: our jar in {@code plugins}, in {@code jars} what Fiji does not ship, and
 * {@code macros}, {@code scripts}, {@code models} and {@code licenses}.
 *
 * @param project the folder of this project
 * @param folder the site
 */
record UpdateSite(Path project, Path folder) {

	private static final String EXAMPLES = "scripts/Plugins/DRSformer/Examples";
	private static final String PLUGIN = "drsformer-fiji";
	/** Of PyTorch: large, one for each system, and DJL downloads it. */
	static final String NATIVES = "pytorch-native-cpu";

	/** How a file gets into the site. */
	@FunctionalInterface
	interface Transfer {

		void put(Path from, Path to) throws IOException;
	}

	/**
	 * Puts a new site together.
	 *
	 * @param jars all that the program needs
	 * @param natives the system whose native library of PyTorch comes along, such as {@code linux-x86_64}; empty for
	 *        none
	 */
	void assemble(final List<Path> jars, final String natives, final Transfer transfer) throws IOException {
		final FijiJars fijis = FijiJars.read(project);
		clear();
		for (final Path jar : jars) {
			final JarName name = JarName.of(jar);
			if (name.artifact().equals(PLUGIN))
				put(jar, "plugins", transfer);
			else if (name.artifact().equals(NATIVES) ? !natives.isEmpty() && name.version().endsWith("-" + natives)
				: !fijis.areFijis(name))
				put(jar, "jars", transfer);
		}
		putAll(project.resolve("macros"), ".ijm", "macros/DRSformer");
		putAll(project.resolve("macros/scripts"), ".ijm", "macros/DRSformer/scripts");
		putExamples();
		putAll(project.resolve("update-site/models"), "", "models/drsformer");
		putAll(project.resolve("update-site/licenses"), "", "licenses/drsformer");
		put(project.resolve("LICENSE"), "licenses/drsformer", Files::copy);
	}

	/** Fiji's search lists scripts by their names, which must not be those of commands. */
	private void putExamples() throws IOException {
		final Path examples = Files.createDirectories(folder.resolve(EXAMPLES));
		for (final File script : project.resolve("macros/scripts")
			.toFile()
			.listFiles((in, name) -> name.endsWith(".groovy")))
			Files.copy(script.toPath(), examples.resolve("Example_" + script.getName()));
	}

	/** Takes no room where the file system has hard links. */
	static void link(final Path from, final Path to) throws IOException {
		try {
			Files.createLink(to, from.toRealPath());
		}
		catch (final IOException | UnsupportedOperationException unable) {
			Files.copy(from, to);
		}
	}

	private void clear() throws IOException {
		if (Files.exists(folder))
			Files.walkFileTree(folder, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes)
					throws IOException
				{
					Files.delete(file);
					return FileVisitResult.CONTINUE;
				}
			});
	}

	private void putAll(final Path from, final String ending, final String to) throws IOException {
		if (!Files.isDirectory(from))
			return;
		try (Stream<Path> files = Files.list(from)) {
			for (final Path file : files.filter(one -> one.toString().endsWith(ending) && Files.isRegularFile(one))
				.toList())
				put(file, to, Files::copy);
		}
	}

	private void put(final Path file, final String to, final Transfer transfer) throws IOException {
		Files.createDirectories(folder.resolve(to));
		transfer.put(file, folder.resolve(to).resolve(file.getFileName()));
	}

	/** All of its jars. */
	List<Path> jars() throws IOException {
		return Stream
			.concat(FijiFolder.jarsIn(folder.resolve("plugins")).stream(),
				FijiFolder.jarsIn(folder.resolve("jars")).stream())
			.toList();
	}
}
