package org.drsformer.batch.manifest;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.batch.settings.Shard;

/**
 * The output folders that runs in this JVM have locked. Locks of many systems belong to a process, which loses them as
 * soon as it closes the locked file, however often it has that open: here the lock file of a folder is opened once, for
 * all runs and for all who want to read it, and closed when no run is left. That holds in the whole JVM, also if this
 * class is in it several times, as with scripts in Fiji that bring their own: a property of the system says which
 * folders are locked. It cannot hold for others who open the lock file in this JVM, such as an editor.
 */
final class OpenFolders {

	/** Begins the properties; being a constant, it is also the same object for all classes of this name. */
	private static final String JVM = "org.drsformer.batch.manifest.OpenFolders:";

	private static final Map<Path, OpenFolder> OPEN = new HashMap<>();

	/** Lock files of folders that another class of this name has locked, which must not be closed yet. */
	private static final Map<Path, RandomAccessFile> LENT = new HashMap<>();

	/** Reads a file, wherever in it others have been. */
	@FunctionalInterface
	interface Reader {

		void read(RandomAccessFile file) throws IOException;
	}

	private record OpenFolder(RandomAccessFile file, ShardLocks locks, Map<Shard, Lock> parts) {}

	/** A part of a folder that is locked until this is closed. */
	static final class Lock implements AutoCloseable {

		private final Path folder;
		private final Shard shard;
		private final RandomAccessFile file;

		private Lock(final Path folder, final Shard shard, final RandomAccessFile file) {
			this.folder = folder;
			this.shard = shard;
			this.file = file;
		}

		/** The real path of the folder. */
		Path folder() {
			return folder;
		}

		/** The lock file, which others may use too. */
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
	 * Locks a part of a folder.
	 *
	 * @param lockFile in the folder; made if missing
	 * @return null if another run is in the way
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
	 * Whether another class of this name has a folder; closes what has been kept open for those that it has no more.
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

	/** Reads the lock file of a folder without lifting locks. */
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

	/** @return the lock file of a folder that is locked in this JVM, else null */
	private static RandomAccessFile open(final Path lockFile) throws IOException {
		final Path folder = folder(lockFile);
		if (isOfOthers(folder) && !LENT.containsKey(folder))
			LENT.put(folder, new RandomAccessFile(lockFile.toFile(), "r"));
		return OPEN.containsKey(folder) ? OPEN.get(folder).file : LENT.get(folder);
	}

	/** Reads a file that is no lock file, or of a folder that no run of this JVM has or can get meanwhile. */
	static void readAlone(final Path file, final Reader reader) throws IOException {
		try (RandomAccessFile alone = new RandomAccessFile(file.toFile(), "r")) {
			reader.read(alone);
		}
	}
}
