package org.drsformer.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A copy of an input file on this executor, with the content that Spark delivered and the input's name; or the input
 * itself if Spark did not deliver its content.
 */
final class StagedFile implements AutoCloseable {

	private final Path file;
	private final Path folder;

	/**
	 * @param job the name of the job
	 * @throws IOException if the copy cannot be written, for example because the disk is full
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
		// the job may have ended and removed its folder
		Files.deleteIfExists(file);
		Files.deleteIfExists(folder);
	}
}
