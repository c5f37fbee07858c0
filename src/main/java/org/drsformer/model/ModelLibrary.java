package org.drsformer.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.io.PartName;

/**
 * Finds models: the bundled model and the models in a folder of the user by name, and any {@code .pth} or
 * {@code .safetensors} file by its path.
 *
 * <pre>
 * ModelLibrary library = ModelLibrary.ofUser();
 * library.importFile(Path.of("Downloads", "deraining.pth"), "rain200h");
 * Model model = library.find("rain200h");
 * </pre>
 */
public final class ModelLibrary {

	/** The name of the model that comes with this software, and the default. */
	public static final String BUNDLED = "compact";

	private final Path folder;

	/** @param folder the folder of the user's models, which need not exist */
	public ModelLibrary(final Path folder) {
		this.folder = folder;
	}

	/**
	 * Returns the user's library: the folder {@code models/drsformer} of Fiji when this runs in Fiji, else
	 * {@code .drsformer/models} in the home folder.
	 */
	public static ModelLibrary ofUser() {
		final String fiji = System.getProperty("imagej.dir", System.getProperty("ij.dir"));
		return new ModelLibrary(fiji != null ? Path.of(fiji, "models", "drsformer")
			: Path.of(System.getProperty("user.home"), ".drsformer", "models"));
	}

	/** Returns the folder of the user's models. */
	public Path folder() {
		return folder;
	}

	/** Returns the names that {@link #find} knows: the bundled model first, then the user's in alphabetical order. */
	public List<String> names() {
		final List<String> names = new ArrayList<>(List.of(BUNDLED));
		files().map(ModelName::stem).distinct().forEach(names::add);
		return names;
	}

	/** Returns a summary of each installed model, in the order of {@link #names}, then of the published others. */
	public List<ModelSummary> summaries() {
		final List<ModelSummary> summaries = new ArrayList<>(List.of(ModelSummary.bundled()));
		final List<String> names = names();
		names.stream().skip(1).flatMap(name -> installed(name).stream()).map(ModelSummary::of).forEach(summaries::add);
		PublishedModel.all()
			.stream()
			.filter(model -> !names.contains(model.name()))
			.map(ModelSummary::of)
			.forEach(summaries::add);
		return summaries;
	}

	/**
	 * Returns the model with this name, or in this file. A file of the user does not hide the bundled model.
	 *
	 * @param nameOrPath such as {@code compact}, {@code rain200h} or {@code /data/rain200h.pth}
	 * @throws DrsformerException if there is none, or its file is damaged
	 */
	public Model find(final String nameOrPath) {
		final String wanted = nameOrPath.strip();
		if (wanted.isEmpty() || wanted.equals(BUNDLED))
			return Model.bundled();
		return installed(wanted).map(Model::of).orElseGet(() -> byPath(wanted));
	}

	/**
	 * Returns the bundled model or one in the folder as it is listed: without reading its weights, which may have
	 * changed since the import ({@link #verify} finds that).
	 *
	 * @param name one of {@link #names}
	 * @throws DrsformerException if there is none, or its file is not one of a model
	 */
	public Model list(final String name) {
		if (name.equals(BUNDLED))
			return Model.listed(name, ModelSource.bundled());
		return Model.listed(name, ModelSource.of(installed(name).orElseThrow(() -> missing(name, null))));
	}

	/** Returns the name to propose for a file: that of the published model that it seems to be, or its own. */
	public static String nameFor(final Path file) {
		return PublishedModel.guess(file).map(PublishedModel::name).orElse(ModelName.proposed(file));
	}

	/** Returns the file of the user's model with this name, if there is one. */
	Optional<Path> installed(final String name) {
		return files().filter(file -> ModelName.stem(file).equals(name)).findFirst();
	}

	/**
	 * Copies a checkpoint into the library, as a whole or not at all, and records its SHA-256, so that the model is
	 * refused if its file ever changes. A second import of the same file changes nothing. Imports at the same time, in
	 * this or in other processes, wait for each other.
	 *
	 * @param file any checkpoint of a DRSformer or Restormer
	 * @param name the name of the model; if empty, the name of the file. The name of a {@link PublishedModel} is only
	 *        for that model
	 * @throws DrsformerException if the file is not a checkpoint of either, if there is another model with this name,
	 *         or if the file has another variant than the published model with this name
	 */
	public Model importFile(final Path file, final String name) {
		final String called = ModelName.check(name.isBlank() ? ModelName.of(file) : name.strip());
		return new ModelImport(file, this, called).run();
	}

	/**
	 * Returns the result of hashing the file of a model again. The model is neither loaded nor refused.
	 *
	 * @throws DrsformerException if there is no such model, or its file cannot be read
	 */
	public ModelCheck verify(final String name) {
		final ModelSource source = name.equals(BUNDLED) ? ModelSource.bundled()
			: ModelSource.of(installed(name).orElseThrow(() -> missing(name, null)));
		return new ModelCheck(name, source.sha256(), source.recorded());
	}

	/**
	 * Deletes a model of the user, with its card and its SHA-256.
	 *
	 * @throws DrsformerException if there is none with this name, or its file cannot be deleted
	 */
	public void remove(final String name) {
		if (name.equals(BUNDLED))
			throw new DrsformerException("The model " + BUNDLED + " comes with this software and cannot be removed.");
		if (installed(name).isEmpty())
			throw missing(name, null);
		try (LibraryLock lock = LibraryLock.of(folder)) {
			delete(name, installed(name).orElseThrow(() -> missing(name, null)));
		}
	}

	private static void delete(final String name, final Path file) {
		try {
			Files.delete(file);
			Files.deleteIfExists(new Sha256File(file).file());
			Files.deleteIfExists(new ModelCard(file).file());
		}
		catch (final IOException failure) {
			throw new DrsformerException(
				"The model " + name + ", " + file +
					", cannot be deleted; check that you may delete it, and that no other program has it open.",
				failure);
		}
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
		final Optional<PublishedModel> published = PublishedModel.byName(wanted);
		if (published.isPresent())
			return new DrsformerException(published.get().howToGet());
		return new DrsformerException(
			"There is no model \"" + wanted + "\"; name one of " + names().stream().collect(Collectors.joining(", ")) +
				", or the path of a .pth or .safetensors file (the folder of your models is " + folder + ").",
			cause);
	}

	/** Deletes the files of imports that were killed. The caller has the lock, so that no other import is at work. */
	void removeParts() {
		files(file -> PartName.target(file).isPresent()).forEach(file -> file.toFile().delete());
	}

	private Stream<Path> files() {
		return files(ModelName::isModel);
	}

	private Stream<Path> files(final Predicate<Path> wanted) {
		if (!Files.isDirectory(folder))
			return Stream.empty();
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.filter(file -> wanted.test(file) && Files.isRegularFile(file)).sorted().toList().stream();
		}
		catch (final IOException exc) {
			throw new DrsformerException(
				"The folder of your models, " + folder + ", cannot be listed: " + exc.getMessage(), exc);
		}
	}
}
