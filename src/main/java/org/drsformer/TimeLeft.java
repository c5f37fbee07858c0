package org.drsformer;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Estimates how long work will still take if it goes on at the same speed. */
public final class TimeLeft {

	private final LongSupplier nanoTime;
	private final long start;

	/** Starts the estimate for work that begins now, by the given clock. */
	public TimeLeft(final LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		start = nanoTime.getAsLong();
	}

	/**
	 * Returns a text such as {@code , 0:07 left} to append to a message; empty while the time is unknown, and at the
	 * end.
	 */
	public String after(final double fraction) {
		return fraction <= 0 || fraction >= 1 ? ""
			: ", " + text((long) ((nanoTime.getAsLong() - start) * (1 - fraction) / fraction)) + " left";
	}

	/** Returns a text such as {@code 0:07}, {@code 12:30} or {@code 1:02:03}. */
	public static String text(final long nanos) {
		final Duration duration = Duration.ofNanos(nanos).plusMillis(500);
		final String seconds = String.format(Locale.ROOT, ":%02d", duration.toSecondsPart());
		return duration.toHours() == 0 ? duration.toMinutes() + seconds
			: String.format(Locale.ROOT, "%d:%02d", duration.toHours(), duration.toMinutesPart()) + seconds;
	}
}
