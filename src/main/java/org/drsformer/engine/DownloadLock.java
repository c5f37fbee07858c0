package org.drsformer.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Allows one download at a time into a folder, among all threads and programs that share it. The lock file stays, since
 * another program may be about to lock it.
 */
final class DownloadLock implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(DownloadLock.class);
	private static final int POLL_MILLIS = 100;

	/** The locks of this JVM: a second channel to the same file would lift the lock of the first when it is closed. */
	private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

	private final Path file;
	private FileChannel channel;
	private boolean shared;

	private DownloadLock(final Path file) {
		this.file = file;
	}

	/**
	 * Waits until the lock is free, and takes it.
	 *
	 * @param file the lock file in the folder; made if it is missing
	 * @param waiting is called every 100 ms while the lock is taken, and may throw to give up
	 * @throws CancellationException if the thread is interrupted
	 */
	static DownloadLock await(final Path file, final Runnable waiting) throws IOException {
		final DownloadLock lock = new DownloadLock(file.toAbsolutePath().normalize());
		lock.awaitThreads(waiting);
		try {
			lock.channel = FileChannel.open(lock.file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			lock.awaitPrograms(waiting);
			return lock;
		}
		catch (final IOException | RuntimeException | Error failure) {
			lock.close();
			throw failure;
		}
	}

	private void awaitThreads(final Runnable waiting) {
		while (!HELD.add(file))
			pause(waiting);
	}

	private void awaitPrograms(final Runnable waiting) {
		try {
			while (channel.tryLock() == null)
				pause(waiting);
		}
		catch (final IOException unsupported) {
			LOG.warn("{} cannot be locked ({}); other programs that start now may download the same file.", file,
				unsupported.getMessage());
			shared = true;
		}
	}

	private static void pause(final Runnable waiting) {
		waiting.run();
		try {
			Thread.sleep(POLL_MILLIS);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
	}

	/** Returns whether other programs may use the same folder nevertheless, since some file systems have no locks. */
	boolean isShared() {
		return shared;
	}

	@Override
	public void close() throws IOException {
		try {
			if (channel != null)
				channel.close();
		}
		finally {
			HELD.remove(file);
		}
	}
}
