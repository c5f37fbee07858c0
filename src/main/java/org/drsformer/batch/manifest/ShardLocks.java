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
 * The locks of the runs of this program in one output folder, against other programs. Each number of parts has a row of
 * bytes far behind the content of the lock file, in which each part has one. A run has its own byte for itself, and
 * shares all other rows: so parts of as many keep only themselves away, and everybody else. One byte more is the gate,
 * which is held while locks are taken: nobody meets the locks of a run that is going to be refused.
 */
final class ShardLocks {

	private static final Logger LOG = LoggerFactory.getLogger(ShardLocks.class);

	/** Behind everything that is ever written, since on some systems nobody else can read what is locked. */
	private static final long ROWS = 1L << 62;

	private static final long GATE = ROWS - 1;

	/** More than the parts of a shard. */
	private static final long ROW = 1_000_000;

	private static final int GATE_SECONDS = 30;

	private static final int MOST_MILLIS = 8;

	private final FileChannel channel;
	private final Map<Shard, FileLock> own = new HashMap<>();

	/** @param channel of the lock file, to be read and written; whoever closes it lifts all locks */
	ShardLocks(final FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Takes the locks of a run.
	 *
	 * @param shard not in the way of those that this program has
	 * @return whether no other program is in the way
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
			LOG.warn("The file system of the output folder has no locks ({}): see to it that no other run works there.",
				unsupported.getMessage());
			return true;
		}
	}

	/** @return null if somebody has stopped in it */
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
		// the first of the parts of this program takes them for all
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

	/** Lets others do a part; the rest is let go when the channel is closed. */
	void release(final Shard shard) throws IOException {
		release(own.remove(shard));
	}
}
