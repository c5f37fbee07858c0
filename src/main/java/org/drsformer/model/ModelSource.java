package org.drsformer.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.CheckpointFile;

/**
 * The place of the bytes of a model.
 *
 * @param file the file; null for the bundled model, which is a resource of this software
 */
record ModelSource(Path file) {

	private static final String RESOURCE = "drsformer-compact.pth";
	private static final int MOST_CHANGES = 3;
	private static final String CARD = "drsformer-compact.md";
	private static final String BUNDLED_SHA256 = "47079f239ef2b5d47756067475eb48ffbc99ebe6bd6e0ac6a9133d74ad96d817";

	static ModelSource bundled() {
		return new ModelSource(null);
	}

	static ModelSource of(final Path file) {
		return new ModelSource(file.toAbsolutePath().normalize());
	}

	/**
	 * What was found in one file, even if another file took its place meanwhile.
	 *
	 * @param found the result of reading it
	 * @param sha256 the SHA-256 of all bytes
	 */
	record Content<T>(T found, String sha256) {}

	/**
	 * Returns what is found in the file.
	 *
	 * @throws DrsformerException if the file cannot be read, or has changed since it was imported
	 */
	<T> Content<T> read(final Function<CheckpointFile, T> reading) {
		Content<T> content = readOnce(reading);
		if (file == null)
			return content;
		// somebody may remove the model and import another one at this very moment
		for (int i = 0; i < MOST_CHANGES && !new Sha256File(file).fits(content.sha256()); i++)
			content = readOnce(reading);
		new Sha256File(file).check(content.sha256());
		return content;
	}

	private <T> Content<T> readOnce(final Function<CheckpointFile, T> reading) {
		try (CheckpointFile opened = open()) {
			return new Content<>(reading.apply(opened), sha256(opened));
		}
	}

	/** Opens the file, which the caller closes. */
	CheckpointFile open() {
		if (file != null)
			return CheckpointFile.open(file);
		try (InputStream stream = resource(RESOURCE)) {
			return CheckpointFile.open(stream, "bundled model");
		}
		catch (final IOException exc) {
			throw unreadable(exc);
		}
	}

	/** Returns the SHA-256 of an open file. */
	static String sha256(final CheckpointFile opened) {
		final MessageDigest digest = newDigest();
		opened.digest(digest);
		return HexFormat.of().formatHex(digest.digest());
	}

	/** Returns the SHA-256 of the file, which may hold anything. */
	String sha256() {
		try (DigestInputStream stream = new DigestInputStream(stream(), newDigest())) {
			stream.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(stream.getMessageDigest().digest());
		}
		catch (final IOException exc) {
			throw unreadable(exc);
		}
	}

	static MessageDigest newDigest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException("Every Java has SHA-256", exc);
		}
	}

	/** Returns time and size of the file; those of the bundled model never change. Nothing if the file is missing. */
	Optional<Stamp> stamp() {
		try {
			return Optional
				.of(file == null ? new Stamp(null, 0) : new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
		}
		catch (final IOException gone) {
			return Optional.empty();
		}
	}

	/** Time and size of a file: see {@link #stamp}. */
	record Stamp(FileTime time, long bytes) {}

	/** Returns the SHA-256 that the file should have, if it is recorded. */
	Optional<String> recorded() {
		return file == null ? Optional.of(BUNDLED_SHA256) : new Sha256File(file).read();
	}

	Optional<String> card() {
		if (file != null)
			return new ModelCard(file).read();
		try (InputStream stream = resource(CARD)) {
			return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (final IOException exc) {
			throw unreadable(exc);
		}
	}

	private InputStream stream() throws IOException {
		if (file != null && Files.exists(file) && !Files.isRegularFile(file))
			throw new DrsformerException(file + " is not a file that can hold a model; name a .pth file.");
		return file == null ? resource(RESOURCE) : Files.newInputStream(file);
	}

	private static InputStream resource(final String name) {
		final InputStream stream = ModelSource.class.getResourceAsStream(name);
		if (stream == null)
			throw new DrsformerException("The jar of DRSformer for Fiji lacks " + name + "; install it again.");
		return stream;
	}

	private DrsformerException unreadable(final IOException cause) {
		return new DrsformerException("The model " + this + " cannot be read: " + cause.getMessage(), cause);
	}

	@Override
	public String toString() {
		return file == null ? "bundled" : file.toString();
	}
}
