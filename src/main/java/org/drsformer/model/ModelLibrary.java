package org.drsformer.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;

/**
 * The models at hand: the bundled one, those in a folder of the user's, by name, and any {@code .pth} file by its path.
 */
public final class ModelLibrary {

	/** The name of the model that comes with this software, and the default. */
	public static final String BUNDLED = "compact";

	private static final String ENDING = ".pth";

	private final Path folder;

	/** The library over this folder, which need not exist. */
	public ModelLibrary(final Path folder) {
		this.folder = folder;
	}

	/**
	 * The user's library: {@code models/drsformer} in the Fiji folder when this runs in Fiji, else
	 * {@code .drsformer/models} in the home folder.
	 */
	public static ModelLibrary ofUser() {
		final String fiji = System.getProperty("imagej.dir", System.getProperty("ij.dir"));
		return new ModelLibrary(fiji != null ? Path.of(fiji, "models", "drsformer") : Path.of(System.getProperty(
			"user.home"), ".drsformer", "models"));
	}

	/** Where the user's models are looked for. */
	public Path folder() {
		return folder;
	}

	/** The names that {@link #find} knows, the bundled model first, then the user's in alphabetical order. */
	public List<String> names() {
		final List<String> names = new ArrayList<>(List.of(BUNDLED));
		files().map(ModelLibrary::nameOf).forEach(names::add);
		return names;
	}

	/**
	 * The model with this name, or in this file. A file of the user's does not hide the bundled model.
	 *
	 * @param nameOrPath such as {@code compact}, {@code rain200h} or {@code /data/rain200h.pth}
	 * @throws DrsformerException if there is none, or its file is damaged
	 */
	public Model find(final String nameOrPath) {
		final String wanted = nameOrPath.strip();
		if (wanted.isEmpty() || wanted.equals(BUNDLED))
			return Model.bundled();
		return files().filter(file -> nameOf(file).equals(wanted)).findFirst().map(Model::of).orElseGet(() -> byPath(
			wanted));
	}

	private Model byPath(final String path) {
		try {
			if (Files.exists(Path.of(path)))
				return Model.of(Path.of(path));
		}
		catch (final InvalidPathException exc) {
			throw missing(path, exc);
		}
		throw missing(path, null);
	}

	private DrsformerException missing(final String wanted, final Exception cause) {
		return new DrsformerException("There is no model \"" + wanted + "\"; name one of " + names().stream().collect(
			Collectors.joining(", ")) + ", or the path of a .pth file (the folder of your models is " + folder + ").", cause);
	}

	private Stream<Path> files() {
		if (!Files.isDirectory(folder))
			return Stream.empty();
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file)).sorted().toList()
				.stream();
		}
		catch (final IOException exc) {
			throw new DrsformerException("The folder of your models, " + folder + ", cannot be listed: " + exc.getMessage(),
				exc);
		}
	}

	private static String nameOf(final Path file) {
		final String name = file.getFileName().toString();
		return name.substring(0, name.length() - ENDING.length());
	}
}
