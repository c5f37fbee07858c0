package org.drsformer.macro;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.DrsformerException;

/** Small photographs with and without rain, to try macros with: parts of those in test-images. */
public final class Samples {

	private static final String[] FOLDERS = { "rainy", "clean" };

	private static final String[] FILES = { "cat.png", "raccoon.png" };

	private Samples() {
		// static functions only
	}

	/**
	 * Writes the images into a new temporary folder.
	 *
	 * @return the folder; its subfolders {@code rainy} and {@code clean} have images of the same names
	 * @throws DrsformerException if they cannot be written
	 */
	public static Path write() {
		try {
			final Path root = Files.createTempDirectory("drsformer-samples-");
			for (final String folder : FOLDERS) {
				Files.createDirectory(root.resolve(folder));
				for (final String file : FILES)
					copy(folder, file, root);
			}
			return root;
		}
		catch (final IOException failure) {
			throw new DrsformerException("The sample images cannot be written into the folder for temporary files, " +
				System.getProperty("java.io.tmpdir") + "; check that you may write there and that the disk has room.",
				failure);
		}
	}

	private static void copy(final String folder, final String file, final Path root) throws IOException {
		try (InputStream image = Samples.class.getResourceAsStream(folder + "/" + file)) {
			if (image == null)
				throw new DrsformerException(
					"The jar of DRSformer for Fiji lacks its sample images; install it again.");
			Files.copy(image, root.resolve(folder).resolve(file));
		}
	}
}
