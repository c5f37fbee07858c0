package org.drsformer.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.spark.remote.Addresses;

/**
 * A file that a task reads or writes: the file itself if this computer has its path, or else a copy of it in the folder
 * of the job, with the same name.
 */
final class StagedFile implements AutoCloseable {

	private final Path file;

	/** Null if the file is the user's. */
	private final Path folder;

	private StagedFile(final Path file, final Path folder) {
		this.file = file;
		this.folder = folder;
	}

	/**
	 * Returns a file to read.
	 *
	 * @param job the name of the job
	 * @throws IOException if the file cannot be read, or the copy cannot be written, for example because the disk is
	 *         full
	 */
	static StagedFile of(final String job, final String place) throws IOException {
		final StagedFile staged = forResult(job, place);
		try {
			if (staged.isCopy())
				Addresses.copy(place, staged.file);
			return staged;
		}
		catch (final IOException failure) {
			staged.close();
			throw failure;
		}
	}

	/** Returns a file to write, which need not exist. */
	static StagedFile forResult(final String job, final String place) throws IOException {
		if (!Addresses.is(place))
			return new StagedFile(Path.of(place), null);
		final Path folder = StageFolder.make(job);
		return new StagedFile(folder.resolve(place.substring(place.lastIndexOf('/') + 1)), folder);
	}

	Path path() {
		return file;
	}

	boolean isCopy() {
		return folder != null;
	}

	/** Returns a sentence with the place that the user knows instead of the place of the copy. */
	String asKnown(final String sentence, final String place) {
		return isCopy() ? sentence.replace(file.toString(), place) : sentence;
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
