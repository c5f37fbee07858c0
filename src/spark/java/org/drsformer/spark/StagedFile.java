package org.drsformer.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of this executor with the content that Spark delivered, and the name that it had; or the file in its place. */
final class StagedFile implements AutoCloseable {

	private final Path file;
	private final Path folder;

	/** @throws IOException if the executor's disk is full */
	StagedFile(final RemoteFile remote, final byte[] content) throws IOException {
		final Path input = Path.of(remote.input());
		if (content == null) {
			folder = null;
			file = input;
			return;
		}
		folder = Files.createTempDirectory("drsformer-");
		file = folder.resolve(input.getFileName());
		try {
			Files.write(file, content);
		}
		catch (final IOException failure) {
			close();
			throw failure;
		}
	}

	Path path() {
		return file;
	}

	@Override
	public void close() throws IOException {
		if (folder == null)
			return;
		Files.deleteIfExists(file);
		Files.delete(folder);
	}
}
