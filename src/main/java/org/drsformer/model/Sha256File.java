package org.drsformer.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.drsformer.DrsformerException;
import org.drsformer.io.WholeFile;

/**
 * The file with the SHA-256 that a model had when it was imported. It lies next to the model, in the form of
 * {@code sha256sum}, such as {@code rain200h.pth.sha256}.
 *
 * @param model the file of the model
 */
record Sha256File(Path model) {

	private static final Pattern LINE = Pattern.compile("\\A([0-9a-f]{64})(?![0-9a-f])");

	Path file() {
		return model.resolveSibling(model.getFileName() + ".sha256");
	}

	void write(final String sha256) {
		WholeFile.write(file(),
			out -> out.write((sha256 + "  " + model.getFileName() + "\n").getBytes(StandardCharsets.UTF_8)));
	}

	/** Returns the recorded SHA-256; nothing for a model that somebody put into the folder by hand. */
	Optional<String> read() {
		if (!Files.exists(file()))
			return Optional.empty();
		if (!Files.isRegularFile(file()))
			throw damaged(null);
		try {
			final Matcher line = LINE.matcher(Files.readString(file(), StandardCharsets.ISO_8859_1));
			if (line.find())
				return Optional.of(line.group(1));
		}
		catch (final NoSuchFileException removed) {
			return Optional.empty();
		}
		catch (final IOException failure) {
			throw damaged(failure);
		}
		throw damaged(null);
	}

	private DrsformerException damaged(final IOException cause) {
		return new DrsformerException("The file " + file() + " no longer holds the SHA-256 of the model " +
			ModelName.stem(model) + "; remove the model and import it again.", cause);
	}

	/** Returns whether this is the SHA-256 of the import, or none is recorded. */
	boolean fits(final String sha256) {
		return read().filter(recorded -> !recorded.equals(sha256)).isEmpty();
	}

	/** @throws DrsformerException if the model has changed since it was imported */
	void check(final String sha256) {
		read().filter(recorded -> !recorded.equals(sha256)).ifPresent(recorded -> {
			throw new DrsformerException("The file of the model " + ModelName.stem(model) + ", " + model +
				", has changed since it was imported (SHA-256 " + sha256 + " instead of " + recorded +
				"); remove the model and import it again.");
		});
	}
}
