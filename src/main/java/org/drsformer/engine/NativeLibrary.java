package org.drsformer.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

	private static final String MAIN_FILE = System.mapLibraryName("torch");
	/** By these the user tells DJL where to find another library, or which. */
	private static final List<String> CHOICES = List.of("PYTORCH_LIBRARY_PATH", "PYTORCH_VERSION", "PYTORCH_FLAVOR",
		"PYTORCH_PRECXX11");

	/** The one that has to be downloaded, unless it is among the jars, here already, or the user's own choice. */
	static Optional<NativeLibrary> missing() {
		if (Boolean.getBoolean("ai.djl.offline") || CHOICES.stream().anyMatch(NativeLibrary::isSet))
			return Optional.empty();
		final Platform platform = Platform.detectPlatform("pytorch");
		if (!platform.isPlaceholder())
			return Optional.empty();
		return Optional.of(new NativeLibrary(platform.getVersion(), platform.getFlavor(), platform.getClassifier(), Utils
			.getEngineCacheDir("pytorch"))).filter(library -> !library.isHere());
	}

	private static boolean isSet(final String name) {
		return System.getenv(name) != null || System.getProperty(name) != null;
	}

	NativeLibrary withFlavor(final String other) {
		return new NativeLibrary(version, other, system, cache);
	}

	/** Where DJL expects it. */
	Path folder() {
		return cache.resolve(version + "-" + flavor + "-" + system);
	}

	/** Of this flavor, or the nearest that there was when it was downloaded. */
	boolean isHere() {
		if (Files.exists(folder().resolve(MAIN_FILE)))
			return true;
		if (flavor.equals("cpu") || !Files.isDirectory(cache))
			return false;
		try (Stream<Path> folders = Files.list(cache)) {
			return folders.anyMatch(one -> one.getFileName().toString().matches("\\Q" + version + "\\E-(cpu|cu\\d+)-\\Q" + system +
				"\\E") && Files.exists(one.resolve(MAIN_FILE)));
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}
}
