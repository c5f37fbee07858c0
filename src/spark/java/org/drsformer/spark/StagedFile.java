package org.drsformer.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of this executor with the content that Spark delivered, and the name that it had; or the file in its place.
 */
final class StagedFile implements AutoCloseable {

	private final Path file;
	private final Path folder;

	/**
	 * @param job whose files it is one of
	 * @throws IOException if the executor's disk is full
	 */
	StagedFile(final String job, final RemoteFile remote, final byte[] content) throws IOException {
		final Path input = Path.of(remote.input());
		if (content == null) {
			folder = null;
			file = input;
			return;
		}
		folder = StageFolder.make(job);
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
		// the job may be over, and its folder gone
		Files.deleteIfExists(file);
		Files.deleteIfExists(folder);
	}
}
