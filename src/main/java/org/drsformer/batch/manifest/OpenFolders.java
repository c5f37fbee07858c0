package org.drsformer.batch.manifest;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.batch.settings.Shard;

/**
 * The output folders that runs in this JVM have locked. On many systems, a process loses its locks on a file as soon as
 * it closes any of its handles of that file. Therefore the lock file of a folder is opened once, for all runs and all
 * readers, and closed when no run is left. This works in the whole JVM even if this class is loaded several times, as
 * by scripts in Fiji that bring their own copy: a system property says which folders are locked. It does not work if
 * other code in this JVM, such as an editor, opens the lock file.
 */
final class OpenFolders {

	/**
	 * The prefix of the properties. As a constant it is the same object for all copies of this class, and serves as
	 * their lock.
	 */
	private static final String JVM = "org.drsformer.batch.manifest.OpenFolders:";

	private static final Map<Path, OpenFolder> OPEN = new HashMap<>();

	/** Lock files of folders that another copy of this class has locked; they must not be closed yet. */
	private static final Map<Path, RandomAccessFile> LENT = new HashMap<>();

	/** Reads a file from its beginning, wherever its position is. */
	@FunctionalInterface
	interface Reader {

		void read(RandomAccessFile file) throws IOException;
	}

	private record OpenFolder(RandomAccessFile file, ShardLocks locks, Map<Shard, Lock> parts) {}

	/** The lock of a shard of a folder, which lasts until this is closed. */
	static final class Lock implements AutoCloseable {

		private final Path folder;
		private final Shard shard;
		private final RandomAccessFile file;

		private Lock(final Path folder, final Shard shard, final RandomAccessFile file) {
			this.folder = folder;
			this.shard = shard;
			this.file = file;
		}

		/** Returns the real path of the folder. */
		Path folder() {
			return folder;
		}

		/** Returns the lock file, which others may use too. */
		RandomAccessFile file() {
			return file;
		}

		@Override
		public void close() throws IOException {
			giveBack(this);
		}
	}

	private OpenFolders() {
		// static functions only
	}

	/**
	 * Locks a shard of a folder.
	 *
	 * @param lockFile the lock file in the folder; made if missing
	 * @return null if another run conflicts with it
	 */
	static Lock take(final Path lockFile, final Shard shard) throws IOException {
		synchronized (JVM) {
			final Path folder = folder(lockFile);
			if (isOfOthers(folder))
				return null;
			if (!OPEN.containsKey(folder))
				open(folder, lockFile);
			final OpenFolder open = OPEN.get(folder);
			if (open.parts.keySet().stream().noneMatch(shard::isInTheWayOf) && open.locks.take(shard)) {
				open.parts.put(shard, new Lock(folder, shard, open.file));
				return open.parts.get(shard);
			}
			closeIfUnused(folder, open);
			return null;
		}
	}

	private static Path folder(final Path lockFile) throws IOException {
		return lockFile.toAbsolutePath().getParent().toRealPath();
	}

	private static void open(final Path folder, final Path lockFile) throws IOException {
		final RandomAccessFile file = new RandomAccessFile(lockFile.toFile(), "rw");
		OPEN.put(folder, new OpenFolder(file, new ShardLocks(file.getChannel()), new HashMap<>()));
		System.setProperty(JVM + folder, "locked");
	}

	/**
	 * Returns whether another copy of this class has locked a folder. Closes the lock files of folders that it no
	 * longer has.
	 */
	private static boolean isOfOthers(final Path folder) throws IOException {
		for (final Path lent : List.copyOf(LENT.keySet()))
			if (System.getProperty(JVM + lent) == null)
				LENT.remove(lent).close();
		return System.getProperty(JVM + folder) != null && !OPEN.containsKey(folder);
	}

	private static void giveBack(final Lock lock) throws IOException {
		synchronized (JVM) {
			final OpenFolder open = OPEN.get(lock.folder);
			if (open == null || !open.parts.remove(lock.shard, lock))
				return;
			open.locks.release(lock.shard);
			closeIfUnused(lock.folder, open);
		}
	}

	private static void closeIfUnused(final Path folder, final OpenFolder open) throws IOException {
		if (!open.parts.isEmpty())
			return;
		OPEN.remove(folder);
		System.clearProperty(JVM + folder);
		open.file.close();
	}

	/** Reads the lock file of a folder without losing locks. */
	static void read(final Path lockFile, final Reader reader) throws IOException {
		synchronized (JVM) {
			final RandomAccessFile open = open(lockFile);
			if (open == null)
				readAlone(lockFile, reader);
			else
				synchronized (open) {
					reader.read(open);
				}
		}
	}

	/** Returns the open lock file of a folder that is locked in this JVM; null if it is not locked. */
	private static RandomAccessFile open(final Path lockFile) throws IOException {
		final Path folder = folder(lockFile);
		if (isOfOthers(folder) && !LENT.containsKey(folder))
			LENT.put(folder, new RandomAccessFile(lockFile.toFile(), "r"));
		return OPEN.containsKey(folder) ? OPEN.get(folder).file : LENT.get(folder);
	}

	/**
	 * Reads a file that is not a lock file, or the lock file of a folder that no run of this JVM has or can get
	 * meanwhile.
	 */
	static void readAlone(final Path file, final Reader reader) throws IOException {
		try (RandomAccessFile alone = new RandomAccessFile(file.toFile(), "r")) {
			reader.read(alone);
		}
	}
}
