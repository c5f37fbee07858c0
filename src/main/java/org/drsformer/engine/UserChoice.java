package org.drsformer.engine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import ai.djl.util.Platform;

/**
 * A setting of the user that tells DJL which native library to use instead of the one that comes with this software.
 *
 * @param name such as {@code PYTORCH_VERSION}
 * @param value not empty
 * @param variable whether it is an environment variable, or else a system property of Java
 */
record UserChoice(String name, String value, boolean variable) {

	private static final String PATH = "PYTORCH_LIBRARY_PATH";
	private static final String VERSION = "PYTORCH_VERSION";

	/** Returns the setting with this name, as DJL looks for it. */
	private static Optional<UserChoice> of(final String name) {
		final String inEnvironment = System.getenv(name);
		final String value = inEnvironment != null ? inEnvironment : System.getProperty(name);
		return value == null || value.isEmpty() ? Optional.empty()
			: Optional.of(new UserChoice(name, value, inEnvironment != null));
	}

	/** Returns the first setting that makes DJL use another library, if there is one. */
	static Optional<UserChoice> ofLibrary() {
		return Stream
			.of(of(PATH).filter(UserChoice::leadsToLibrary), of(VERSION).filter(UserChoice::isAnotherVersion),
				of("PYTORCH_FLAVOR"), of("PYTORCH_PRECXX11").filter(choice -> Boolean.parseBoolean(choice.value)))
			.flatMap(Optional::stream)
			.findFirst();
	}

	/** Returns the setting of a path without a library, if there is one; DJL ignores it silently. */
	static Optional<UserChoice> leadingNowhere() {
		return of(PATH).filter(choice -> !choice.leadsToLibrary());
	}

	/** Returns whether there is a library as DJL looks for it: files of this name, or folders with one. */
	private boolean leadsToLibrary() {
		return Stream.of(value.split(File.pathSeparator)).anyMatch(UserChoice::hasLibrary);
	}

	private static boolean hasLibrary(final String path) {
		try {
			final Path place = Path.of(path);
			return Files.isRegularFile(place) && place.endsWith(NativeLibrary.MAIN_FILE)
				|| Files.isRegularFile(place.resolve(NativeLibrary.MAIN_FILE));
		}
		catch (final InvalidPathException nonsense) {
			return false;
		}
	}

	private boolean isAnotherVersion() {
		return !Platform.detectPlatform("pytorch").getVersion().startsWith(value);
	}

	@Override
	public String toString() {
		return "the " + (variable ? "environment variable " : "system property ") + name + " (" + value + ")";
	}
}
