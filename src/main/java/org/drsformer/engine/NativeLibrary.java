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
 * The native library of PyTorch that DJL would take on this machine, and where it keeps it.
 *
 * @param version of PyTorch, such as {@code 2.7.1}
 * @param flavor {@code cpu}, or a version of CUDA such as {@code cu128}
 * @param system such as {@code linux-x86_64}
 * @param cache the folder in which DJL looks for libraries
 */
record NativeLibrary(String version, String flavor, String system, Path cache) {

	/** Where this is, DJL takes all to be. */
	static final String MAIN_FILE = System.mapLibraryName("torch");

	private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);

	/** The one that has to be downloaded, unless it is among the jars, here already, or the user's own choice. */
	static Optional<NativeLibrary> missing() {
		if (Utils.isOfflineMode() || UserChoice.ofLibrary().isPresent())
			return Optional.empty();
		UserChoice.leadingNowhere()
			.ifPresent(
				choice -> LOG.warn("There is no {} where {} says; it is left out of account.", MAIN_FILE, choice));
		final Platform platform = Platform.detectPlatform("pytorch");
		if (!platform.isPlaceholder())
			return Optional.empty();
		return Optional.of(new NativeLibrary(platform.getVersion(), platform.getFlavor(), platform.getClassifier(),
			Utils.getEngineCacheDir("pytorch"))).filter(library -> !library.isHere());
	}

	NativeLibrary withFlavor(final String other) {
		return new NativeLibrary(version, other, system, cache);
	}

	/** Where DJL expects it. */
	Path folder() {
		return cache.resolve(version + "-" + flavor + "-" + system);
	}

	/** Of this flavor, or the one that DJL takes instead. */
	boolean isHere() {
		try {
			return isInFolder()
				|| NativeIndex.kept(this).nearest(this).isInFolder() && Files.exists(cache.resolve(version + ".txt"));
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private boolean isInFolder() {
		return Files.exists(folder().resolve(MAIN_FILE));
	}
}
