package org.drsformer.batch.manifest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.drsformer.batch.settings.Shard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The locks of the runs of this program in one output folder, against other programs. They are byte ranges far behind
 * the content of the lock file. Each number of shards has a row of bytes, and each shard of that number has one byte of
 * the row. A run locks its own byte exclusively and all other rows shared. So shards of the same number exclude only
 * themselves, and shards of different numbers exclude each other. One more byte is the gate, which is held while locks
 * are taken, so that nobody sees the locks of a run that is going to be refused.
 */
final class ShardLocks {

	private static final Logger LOG = LoggerFactory.getLogger(ShardLocks.class);

	/** Behind everything that is ever written, since some systems do not let others read locked bytes. */
	private static final long ROWS = 1L << 62;

	private static final long GATE = ROWS - 1;

	/** More than there can be shards. */
	private static final long ROW = 1_000_000;

	private static final int GATE_SECONDS = 30;

	private static final int MOST_MILLIS = 8;

	private final FileChannel channel;
	private final Map<Shard, FileLock> own = new HashMap<>();

	/** @param channel the lock file, open for reading and writing; closing it releases all locks */
	ShardLocks(final FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Takes the locks of a run and returns whether no other program conflicts with it.
	 *
	 * @param shard does not conflict with those that this program has
	 * @return false if another program has conflicting locks
	 */
	boolean take(final Shard shard) {
		try (FileLock gate = gate()) {
			return gate != null && takeAll(shard);
		}
		catch (final OverlappingFileLockException other) {
			// the same folder under another name
			return false;
		}
		catch (final IOException unsupported) {
			LOG.warn("The file system of the output folder has no locks ({}): make sure that no other run uses" +
				" that folder.", unsupported.getMessage());
			return true;
		}
	}

	/** Returns null if another program holds the gate for too long. */
	private FileLock gate() throws IOException {
		final long end = System.nanoTime() + GATE_SECONDS * 1_000_000_000L;
		FileLock gate = channel.tryLock(GATE, 1, false);
		while (gate == null && System.nanoTime() < end && sleep())
			gate = channel.tryLock(GATE, 1, false);
		return gate;
	}

	private static boolean sleep() {
		try {
			Thread.sleep(ThreadLocalRandom.current().nextInt(1, MOST_MILLIS));
			return true;
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private boolean takeAll(final Shard shard) throws IOException {
		final long row = ROWS + ROW * shard.count();
		// the first shard of this program takes these for all
		final FileLock before = own.isEmpty() ? channel.tryLock(ROWS, row - ROWS, true) : null;
		final FileLock behind = own.isEmpty() ? channel.tryLock(row + ROW, Long.MAX_VALUE - row - ROW, true) : null;
		final boolean shared = !own.isEmpty() || before != null && behind != null;
		final FileLock mine = shared ? channel.tryLock(row + shard.index(), 1, false) : null;
		if (mine != null) {
			own.put(shard, mine);
			return true;
		}
		release(before);
		release(behind);
		return false;
	}

	private static void release(final FileLock lock) throws IOException {
		if (lock != null)
			lock.release();
	}

	/** Releases the own byte of a shard; the shared locks are released when the channel is closed. */
	void release(final Shard shard) throws IOException {
		release(own.remove(shard));
	}
}
