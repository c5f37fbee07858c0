package org.drsformer.model;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.drsformer.DrsformerException;

/** Holds the models that have been read, and reads them again only if their files change. */
public final class LoadedModels {

	private final Map<Key, Model> loaded = new HashMap<>();

	/** A model is known by its library as well: the same name means another model in another library. */
	private record Key(Path library, String nameOrPath) {}

	/**
	 * Returns the model with this name, or in this file; see {@link ModelLibrary#find}.
	 *
	 * @throws DrsformerException if there is none, or its file is damaged
	 */
	public synchronized Model find(final ModelLibrary library, final String nameOrPath) {
		final Key key = new Key(library.folder(), nameOrPath.strip());
		final Model present = loaded.get(key);
		if (present != null && present.isCurrent())
			return present;
		final Model model = library.find(nameOrPath);
		loaded.put(key, model);
		return model;
	}
}
