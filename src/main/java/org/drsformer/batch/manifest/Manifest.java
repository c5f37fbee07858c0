package org.drsformer.batch.manifest;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.drsformer.batch.settings.Shard;
import org.drsformer.io.WholeFile;

/**
 * The record of the results in an output folder: lines of JSON, one when the work on a file starts and one when it
 * ends. A line is on the disk when {@link #append} returns. The folder is locked while the manifest is open, so that no
 * other run processes the same files; the system releases the lock of a run that is killed.
 */
public final class Manifest implements RunRecord {

	private final ManifestFiles files;
	private final Path file;
	private final OpenFolders.Lock lock;

	/** Not a channel, since the interruption of a thread closes a channel. */
	private final RandomAccessFile lines;

	private Manifest(final ManifestFiles files, final Shard shard, final OpenFolders.Lock lock) throws IOException {
		this.files = files;
		this.lock = lock;
		file = files.of(shard);
		lines = shard.equals(Shard.WHOLE) ? lock.file() : new RandomAccessFile(file.toFile(), "rw");
	}

	/**
	 * Opens the manifest of a folder, which must exist.
	 *
	 * @param shard the part of the files that the run processes; each part has its own manifest
	 * @throws DrsformerException if another run is processing any of these files, or the manifest cannot be written
	 */
	public static Manifest open(final Path folder, final Shard shard) {
		final ManifestFiles files = new ManifestFiles(folder);
		files.check(shard);
		final boolean isNew = !Files.exists(files.of(Shard.WHOLE)) || !Files.exists(files.of(shard));
		try {
			final OpenFolders.Lock lock = OpenFolders.take(files.of(Shard.WHOLE), shard);
			if (lock == null)
				throw new DrsformerException("Another run is deraining into " + folder + " right now; wait until" +
					" it ends, or choose another output folder.");
			return open(files, shard, lock, isNew);
		}
		catch (final IOException failure) {
			throw new DrsformerException("The manifest in " + folder + " cannot be written (" + failure.getMessage() +
				"); check that you may write there and that the disk has room.", failure);
		}
	}

	/**
	 * Returns whether a run derains into a folder or has done so. Distinguishes the folder from another one with the
	 * same path on another computer.
	 */
	public static boolean isIn(final Path folder) {
		return Files.exists(new ManifestFiles(folder).of(Shard.WHOLE));
	}

	private static Manifest open(final ManifestFiles files, final Shard shard, final OpenFolders.Lock lock,
		final boolean isNew) throws IOException
	{
		try {
			final Manifest manifest = new Manifest(files, shard, lock);
			manifest.endLine();
			if (isNew)
				WholeFile.sync(lock.folder());
			return manifest;
		}
		catch (final IOException | RuntimeException failure) {
			lock.close();
			throw failure;
		}
	}

	/** Ends the last line, of which a run that was killed may have written only a part. */
	private void endLine() throws IOException {
		synchronized (lines) {
			final long size = lines.length();
			if (size == 0)
				return;
			lines.seek(size - 1);
			if (lines.read() != '\n')
				write("\n");
		}
	}

	/**
	 * Returns the last entry of each result in the folder by the name of the result, including those of other shards.
	 */
	@Override
	public Map<String, ManifestEntry> entries() {
		return files.read();
	}

	/**
	 * Adds an entry, which is on the disk when this returns. May be called by several threads.
	 *
	 * @throws DrsformerException if the manifest cannot be written
	 */
	public void append(final ManifestEntry entry) {
		append(List.of(entry));
	}

	/** Does the same as {@link #append(ManifestEntry)} for several entries, which takes no longer than for one. */
	@Override
	public void append(final List<ManifestEntry> entries) {
		try {
			write(entries.stream().map(ManifestFiles::format).collect(Collectors.joining()));
		}
		catch (final IOException failure) {
			throw new DrsformerException("The manifest " + file + " cannot be written (" + failure.getMessage() +
				"); make room on the disk and start again to process the missing files.", failure);
		}
	}

	private void write(final String text) throws IOException {
		synchronized (lines) {
			final long size = lines.length();
			lines.seek(size);
			try {
				lines.write(text.getBytes(StandardCharsets.UTF_8));
				lines.getFD().sync();
			}
			catch (final IOException failure) {
				// a part of a line would spoil the next one
				lines.setLength(size);
				throw failure;
			}
		}
	}

	/** Unlocks the folder for other runs. */
	@Override
	public void close() {
		try (lock; RandomAccessFile own = lines == lock.file() ? null : lines) {
			// closes both, even if one fails
		}
		catch (final IOException failure) {
			throw new DrsformerException("The manifest " + file + " cannot be closed (" + failure.getMessage() + ").",
				failure);
		}
	}
}
