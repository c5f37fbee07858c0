package org.drsformer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes folders of pairs from the test images. */
public final class PairFiles {

	private PairFiles() {
		// static functions only
	}

	/** Copies images in light rain into {@code input} and those without rain into {@code target}. */
	public static Path make(final Path folder, final String... names) throws IOException {
		for (final String name : names) {
			copy("light", name, folder.resolve("input"));
			copy("clean", name, folder.resolve("target"));
		}
		return folder;
	}

	private static void copy(final String set, final String name, final Path folder) throws IOException {
		Files.createDirectories(folder);
		Files.copy(Path.of("test-images", set, name + ".png"), folder.resolve(name + ".png"));
	}
}
