package org.drsformer.derain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.drsformer.DrsformerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of what has been derained into a folder: a line of JSON for each result. While it is open it is locked, so that
 * no other run works on the same files; the system lifts the lock of a run that is killed.
 */
public final class Manifest implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(Manifest.class);

	/** Behind everything that is ever written, since on some systems nobody else can read what is locked. */
	private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

	/** What this program itself has open: the system's locks are between programs. */
	private static final Set<Path> OPEN = new HashSet<>();

	private final ManifestFiles files;
	private final Path key;
	private final Path file;
	private final FileChannel channel;

	private Manifest(final ManifestFiles files, final Path file, final Path key) throws IOException {
		this.files = files;
		this.file = file;
		this.key = key;
		channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
	}

	/**
	 * Opens the manifest of a folder, which has to exist.
	 *
	 * @param shard the part of the files that is going to be done; each part has a manifest of its own
	 * @throws DrsformerException if another run is at work on any of these files, or the manifest cannot be written
	 */
	public static Manifest open(final Path folder, final Shard shard) {
		synchronized (OPEN) {
			try {
				return openAlone(folder, shard);
			}
			catch (final IOException failure) {
				throw new DrsformerException("The manifest in " + folder + " cannot be written (" + failure.getMessage() +
					"); check that you may write there and that the disk has room.", failure);
			}
		}
	}

	/** Whether somebody derains into a folder, or has: tells the folder from another of the same name elsewhere. */
	public static boolean isIn(final Path folder) {
		return Files.exists(new ManifestFiles(folder).of(Shard.WHOLE));
	}

	private static Manifest openAlone(final Path folder, final Shard shard) throws IOException {
		final ManifestFiles files = new ManifestFiles(folder);
		final Path real = folder.toRealPath();
		final Manifest manifest = new Manifest(files, files.of(shard), real.resolve(files.of(shard).getFileName()));
		try {
			manifest.lockAlone(shard, real);
			manifest.endLine();
		}
		catch (final IOException | RuntimeException failure) {
			manifest.channel.close();
			throw failure;
		}
		OPEN.add(manifest.key);
		return manifest;
	}

	private void lockAlone(final Shard shard, final Path folder) throws IOException {
		boolean alone = !OPEN.contains(key) && lock(channel);
		for (final Path other : files.inTheWayOf(shard))
			alone = alone && (other.equals(file) || isFree(other, folder));
		if (!alone)
			throw new DrsformerException("Another run is deraining into " + folder +
				" right now; wait for it, or choose another output folder.");
	}

	private static boolean isFree(final Path other, final Path folder) throws IOException {
		if (OPEN.contains(folder.resolve(other.getFileName())))
			return false;
		try (FileChannel channel = FileChannel.open(other, StandardOpenOption.WRITE)) {
			return lock(channel);
		}
	}

	/** Whether nobody else has locked it. */
	private static boolean lock(final FileChannel channel) {
		try {
			final FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
			return lock != null;
		}
		catch (final OverlappingFileLockException held) {
			return false;
		}
		catch (final IOException unsupported) {
			LOG.warn("The file system of the output folder has no locks ({}): see to it that no other run works there.",
				unsupported.getMessage());
			return true;
		}
	}

	/** A run that was killed may have left half a line. */
	private void endLine() throws IOException {
		final long size = channel.size();
		final ByteBuffer last = ByteBuffer.allocate(1);
		if (size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n')
			write("\n");
	}

	/** What is known of each result of the folder, by its name; lines of other parts of the files too. */
	public synchronized Map<String, ManifestEntry> entries() {
		return files.readBeside(file, channel);
	}

	/**
	 * Adds a line. May be called by several threads.
	 *
	 * @throws DrsformerException if it cannot be written
	 */
	public synchronized void append(final ManifestEntry entry) {
		try {
			write(ManifestFiles.format(entry));
		}
		catch (final IOException failure) {
			throw new DrsformerException("The manifest " + file + " cannot be written (" + failure.getMessage() +
				"); make room on the disk and start again, to go on with what is missing.", failure);
		}
	}

	private void write(final String text) throws IOException {
		final ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
		channel.position(channel.size());
		while (bytes.hasRemaining())
			channel.write(bytes);
	}

	/** Lets other runs into the folder. */
	@Override
	public void close() {
		synchronized (OPEN) {
			OPEN.remove(key);
			try {
				channel.close();
			}
			catch (final IOException failure) {
				throw new DrsformerException("The manifest " + file + " cannot be closed (" + failure.getMessage() + ").",
					failure);
			}
		}
	}
}
