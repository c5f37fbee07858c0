package org.drsformer.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.drsformer.DrsformerException;

/** The names of models: each is a valid file name on every system, and one word in a macro and on a command line. */
final class ModelName {

	private static final String PTH = ".pth";
	private static final List<String> ENDINGS = List.of(PTH, ".safetensors");

	private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
	/** The name of the bundled model, and the words that follow {@code models} on the command line. */
	private static final Set<String> TAKEN = Set.of(ModelLibrary.BUNDLED, "import", "verify", "remove", "list",
		"download");

	private ModelName() {
		// static functions only
	}

	/**
	 * Returns the name.
	 *
	 * @throws DrsformerException if no model can have this name
	 */
	static String check(final String name) {
		if (TAKEN.contains(name))
			throw new DrsformerException("The name " + name + " is taken; import the model under another one.");
		if (!VALID.matcher(name).matches() || !stem(name).equals(name))
			throw new DrsformerException("A model cannot be called \"" + name +
				"\"; use one word of small letters, digits, -, _ and ., such as rain200h.");
		return name;
	}

	/** Returns the name of a model that is imported without a name. */
	static String of(final Path file) {
		return stem(file.getFileName().toString().toLowerCase(Locale.ROOT));
	}

	/** Returns a valid name that is like that of the file. */
	static String proposed(final Path file) {
		final String name = of(file).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
		return VALID.matcher(name).matches() ? name : "own";
	}

	/** Returns the name of the model in a file of the library. */
	static String stem(final Path file) {
		return stem(file.getFileName().toString());
	}

	private static String stem(final String name) {
		return ENDINGS.stream()
			.filter(name::endsWith)
			.findFirst()
			.map(ending -> name.substring(0, name.length() - ending.length()))
			.orElse(name);
	}

	/** Returns whether a file has the ending of a model. */
	static boolean isModel(final Path file) {
		return ENDINGS.stream().anyMatch(file.getFileName().toString()::endsWith);
	}

	/** Returns the file name of a model in the library. A file keeps its ending if it is one of a model. */
	static String file(final String name, final Path source) {
		final String given = source.getFileName().toString().toLowerCase(Locale.ROOT);
		return name + ENDINGS.stream().filter(given::endsWith).findFirst().orElse(PTH);
	}
}
