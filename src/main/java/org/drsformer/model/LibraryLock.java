package org.drsformer.model;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.drsformer.DrsformerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While this lock is open, nobody else changes a library of models: no other thread, and no other process. Readers need
 * no lock, since all files are replaced as a whole.
 */
final class LibraryLock implements Closeable {

	private static final Logger LOG = LoggerFactory.getLogger(LibraryLock.class);
	private static final String NAME = ".lock";
	/** An import of the largest model takes seconds. */
	private static final long PATIENCE_MILLIS = 120_000;
	private static final long POLL_MILLIS = 20;
	/** Guards the threads of this process from each other: a lock on a file belongs to the whole process. */
	private static final ReentrantLock IN_PROCESS = new ReentrantLock();

	private final FileChannel channel;

	private LibraryLock(final FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Waits until nobody else changes this library, and locks it.
	 *
	 * @param folder the folder of the library, which exists
	 * @throws DrsformerException if nothing can be written there, or another program holds the lock for two minutes
	 * @throws CancellationException if this thread is interrupted
	 */
	static LibraryLock of(final Path folder) {
		final long end = System.currentTimeMillis() + PATIENCE_MILLIS;
		try {
			if (!IN_PROCESS.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
				throw taken(folder);
		}
		catch (final InterruptedException interrupted) {
			throw cancelled();
		}
		try {
			return new LibraryLock(lockedFile(folder, end));
		}
		catch (final RuntimeException failure) {
			IN_PROCESS.unlock();
			throw failure;
		}
	}

	private static FileChannel lockedFile(final Path folder, final long end) {
		try {
			final FileChannel channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
			try {
				await(channel, folder, end);
				return channel;
			}
			catch (final RuntimeException failure) {
				channel.close();
				throw failure;
			}
		}
		catch (final IOException failure) {
			throw new DrsformerException("The folder of your models, " + folder + ", cannot be changed (" +
				failure.getMessage() + "); check that you may write there.", failure);
		}
	}

	private static void await(final FileChannel channel, final Path folder, final long end) {
		while (!isLocked(channel, folder)) {
			if (System.currentTimeMillis() > end)
				throw taken(folder);
			try {
				Thread.sleep(POLL_MILLIS);
			}
			catch (final InterruptedException interrupted) {
				throw cancelled();
			}
		}
	}

	private static boolean isLocked(final FileChannel channel, final Path folder) {
		try {
			final FileLock lock = channel.tryLock();
			return lock != null;
		}
		catch (final IOException unsupported) {
			LOG.warn("The file system of {} has no locks ({}): make sure that no other program imports models now.",
				folder, unsupported.getMessage());
			return true;
		}
	}

	private static DrsformerException taken(final Path folder) {
		return new DrsformerException(
			"Another program is changing the folder of your models, " + folder + "; try again when it has ended.");
	}

	private static CancellationException cancelled() {
		Thread.currentThread().interrupt();
		return new CancellationException("The change of the models was cancelled");
	}

	/** Frees the lock, and leaves its file: if it were deleted, two programs could lock two files with its name. */
	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (final IOException failure) {
			LOG.warn("The lock of the models could not be closed", failure);
		}
		finally {
			IN_PROCESS.unlock();
		}
	}
}
