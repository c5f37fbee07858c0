package org.drsformer.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ai.djl.util.Platform;
import ai.djl.util.Utils;

/**
 * The native library of PyTorch that DJL would use on this machine, and its place.
 *
 * @param version of PyTorch, such as {@code 2.7.1}
 * @param flavor {@code cpu}, or a version of CUDA such as {@code cu128}
 * @param system such as {@code linux-x86_64}
 * @param cache the folder in which DJL looks for libraries
 */
record NativeLibrary(String version, String flavor, String system, Path cache) {

	/** If this file is in a folder, DJL takes the whole library to be there. */
	static final String MAIN_FILE = System.mapLibraryName("torch");

	private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);

	/**
	 * Returns the library that must be downloaded; nothing if it is in a jar, already here, or the user's own choice.
	 */
	static Optional<NativeLibrary> missing() {
		if (Utils.isOfflineMode() || UserChoice.ofLibrary().isPresent())
			return Optional.empty();
		UserChoice.leadingNowhere()
			.ifPresent(choice -> LOG.warn("There is no {} where {} says; the setting is ignored.", MAIN_FILE, choice));
		final Platform platform = Platform.detectPlatform("pytorch");
		if (!platform.isPlaceholder())
			return Optional.empty();
		return Optional.of(new NativeLibrary(platform.getVersion(), platform.getFlavor(), platform.getClassifier(),
			Utils.getEngineCacheDir("pytorch"))).filter(library -> !library.isHere());
	}

	NativeLibrary withFlavor(final String other) {
		return new NativeLibrary(version, other, system, cache);
	}

	/** Returns the folder in which DJL expects it. */
	Path folder() {
		return cache.resolve(version + "-" + flavor + "-" + system);
	}

	/** Returns whether it is here, in this flavor or in the one that DJL takes instead. */
	boolean isHere() {
		try {
			return isInFolder()
				|| NativeIndex.stored(this).nearest(this).isInFolder() && Files.exists(cache.resolve(version + ".txt"));
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private boolean isInFolder() {
		return Files.exists(folder().resolve(MAIN_FILE));
	}
}
