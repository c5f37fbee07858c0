package org.drsformer.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

import org.drsformer.DrsformerException;

/** Models of a library that have been read, and are not read again while their files stay as they are. */
public final class LoadedModels {

	private final Map<Key, Loaded> loaded = new HashMap<>();

	/** The same name means another model in another library. */
	private record Key(Path library, String nameOrPath) {}

	/** A model, and the file that it was read from, as it was then. */
	private record Loaded(Model model, Stamp stamp) {}

	/** What changes with a file; nothing for the bundled model, which has none. */
	private record Stamp(FileTime time, long bytes) {

		static Stamp of(final Model model) {
			if (model.location().equals(ModelSource.bundled().toString()))
				return new Stamp(null, 0);
			try {
				final Path file = Path.of(model.location());
				return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
			}
			catch (final IOException exc) {
				return null;
			}
		}
	}

	/**
	 * The model with this name, or in this file; see {@link ModelLibrary#find}.
	 *
	 * @throws DrsformerException if there is none, or its file is damaged
	 */
	public synchronized Model find(final ModelLibrary library, final String nameOrPath) {
		final Key key = new Key(library.folder(), nameOrPath.strip());
		final Loaded present = loaded.get(key);
		if (present != null && present.stamp() != null && present.stamp().equals(Stamp.of(present.model())))
			return present.model();
		final Model model = library.find(nameOrPath);
		loaded.put(key, new Loaded(model, Stamp.of(model)));
		return model;
	}
}
