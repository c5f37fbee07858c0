package org.drsformer.spark.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

import org.drsformer.DrsformerException;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

/**
 * The right of one run to write into an output folder, on file systems without locks. The owner writes its lease again
 * and again. Who finds a lease watches it: if it changes, the other run is alive; if it is silent for too long, the
 * other run was killed, and its folder is taken over. No clocks are compared.
 */
final class Lease {

	/** How often a lease is written within the time after which its owner counts as killed. */
	private static final int BEATS = 6;

	private static final int POLL_MILLIS = 200;

	private static final Gson GSON = new Gson();

	/**
	 * The content of a lease.
	 *
	 * @param beat the number of times that it was written
	 */
	private record Text(String id, String host, long process, String since, long beat) {

		static Text own() throws IOException {
			return new Text(UUID.randomUUID().toString(), InetAddress.getLocalHost().getHostName(),
				ProcessHandle.current().pid(), Instant.now().toString(), 0);
		}

		Text next() {
			return new Text(id, host, process, since, beat + 1);
		}
	}

	private final LeaseFiles files;
	private final long number;
	private Text text;

	private Lease(final LeaseFiles files, final long number, final Text text) {
		this.files = files;
		this.number = number;
		this.text = text;
	}

	/**
	 * Takes an output folder.
	 *
	 * @param patience how many seconds another run may be silent before its folder is taken over
	 * @throws DrsformerException if another run is using the folder
	 */
	static Lease take(final LeaseFiles files, final int patience) throws IOException {
		final TreeSet<Long> others = files.numbers();
		if (!others.isEmpty())
			watch(files, others.last(), patience);
		// never the number of an earlier run, whose late tasks could take it for theirs
		final long number = Math.max(System.currentTimeMillis(), others.isEmpty() ? 0 : others.last() + 1);
		final Text text = Text.own();
		if (!files.create(number, GSON.toJson(text)))
			throw taken(files, number);
		if (!files.isOwner(number)) {
			files.files().delete(files.lease(number), false);
			throw taken(files, number);
		}
		return new Lease(files, number, text);
	}

	private static void watch(final LeaseFiles files, final long other, final int patience) throws IOException {
		final long before = files.written(other);
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(patience);
		while (System.nanoTime() < end) {
			sleep();
			final TreeSet<Long> now = files.numbers();
			if (now.isEmpty())
				return;
			if (now.last() != other || files.written(other) != before)
				throw taken(files, now.last());
		}
	}

	private static void sleep() {
		try {
			Thread.sleep(POLL_MILLIS);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
	}

	private static DrsformerException taken(final LeaseFiles files, final long number) {
		return new DrsformerException("Another run is deraining into " + files.folder().getParent() + " right now" +
			owner(files.read(number)) + "; wait until it ends, or choose another output folder.");
	}

	private static String owner(final String lease) {
		try {
			final Text other = GSON.fromJson(lease, Text.class);
			return other == null ? ""
				: " (process " + other.process + " on " + other.host + ", since " + other.since + ")";
		}
		catch (final JsonParseException beingWritten) {
			return "";
		}
	}

	long number() {
		return number;
	}

	/** Returns how often to call {@link #renew}, in milliseconds. */
	static long interval(final int patience) {
		return TimeUnit.SECONDS.toMillis(patience) / BEATS;
	}

	/** @throws IOException if another run has taken the folder over */
	void renew() throws IOException {
		files.check(number);
		text = text.next();
		files.renew(number, GSON.toJson(text));
	}
}
