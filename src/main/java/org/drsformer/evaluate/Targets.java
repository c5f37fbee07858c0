package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clean images, and which of them belongs to a result: the one with the same key in the same folder, or in the
 * nearest folder above it. So one folder of targets may serve many folders of results.
 */
final class Targets {

	private final NamedImages images;
	private final Map<String, String> namesByKey = new HashMap<>();

	Targets(final NamedImages images) {
		this.images = images;
		images.files().keySet().forEach(name -> namesByKey.put(images.keys().get(name), name));
	}

	/** Returns these targets, which have the numbers in their names as keys too, in folders where these are unique. */
	Targets withNumbers() {
		final Targets numbered = new Targets(images);
		final Map<String, Boolean> places = new HashMap<>();
		for (final String name : images.files().keySet())
			if (places.computeIfAbsent(NamedImages.placeOf(name), images::isNumbered))
				numbered.namesByKey.put(NamedImages.numberKey(name), name);
		return numbered;
	}

	NamedImages images() {
		return images;
	}

	/** Returns the name of the target for the key of a result; empty if there is none. */
	Optional<String> nameOf(final String key) {
		return keys(key).filter(this::isNearest).findFirst().map(namesByKey::get);
	}

	/** Returns whether the folder of a key has targets of that name: one, or several, which hide those above. */
	private boolean isNearest(final String key) {
		return namesByKey.containsKey(key) || images.ambiguous().containsKey(key);
	}

	/** Returns the file of the target for the key of a result; empty if there is none. */
	Optional<Path> of(final String key) {
		return nameOf(key).map(images.files()::get);
	}

	/** Returns whether there is a target for a key, or several, which are not guessed between. */
	boolean isKnown(final String key) {
		return nameOf(key).isPresent() || isAmbiguous(key);
	}

	boolean isAmbiguous(final String key) {
		return keys(key).anyMatch(images.ambiguous()::containsKey);
	}

	/** Returns a key such as {@code a/b/cat}, then those of the folders above: {@code a/cat} and {@code cat}. */
	private static Stream<String> keys(final String key) {
		final List<String> parts = List.of(key.split("/"));
		final String last = parts.get(parts.size() - 1);
		return Stream.iterate(parts.size() - 1, folders -> folders >= 0, folders -> folders - 1)
			.map(
				folders -> String.join("", parts.subList(0, folders).stream().map(part -> part + "/").toList()) + last);
	}
}
