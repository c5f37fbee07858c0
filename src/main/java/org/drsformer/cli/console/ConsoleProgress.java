package org.drsformer.cli.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;

import org.drsformer.OneLine;
import org.drsformer.Progress;
import org.drsformer.TimeLeft;

/**
 * Shows on a console how far the work has come and how long it will still take. On a terminal one line is written over
 * and over; into a file go only lines that stay true.
 */
public final class ConsoleProgress implements Progress {

	private static final long INTERVAL = Duration.ofMillis(500).toNanos();

	private final PrintWriter err;
	private final boolean terminal;
	private final LongSupplier nanoTime;
	private final TimeLeft timeLeft;
	private volatile boolean cancelled;
	private long shown;
	private String subject = "";

	public ConsoleProgress(final PrintWriter err, final boolean terminal, final LongSupplier nanoTime) {
		this.err = err;
		this.terminal = terminal;
		this.nanoTime = nanoTime;
		timeLeft = new TimeLeft(nanoTime);
		shown = nanoTime.getAsLong();
	}

	/** Names what is worked on now. */
	public void subject(final String name) {
		subject = OneLine.of(name);
	}

	/** Stops the work at its next report; may come from another thread. */
	public void cancel() {
		cancelled = true;
	}

	@Override
	public void update(final double fraction) {
		if (cancelled)
			throw new CancellationException("interrupted");
		final long now = nanoTime.getAsLong();
		if (!terminal || now - shown < INTERVAL)
			return;
		shown = now;
		line(String.format(Locale.ROOT, "%3.0f %%  %s%s", 100 * fraction, subject, left(fraction)));
	}

	/** How long it will still take, to be put behind something; nothing while that is unknown, or at the end. */
	String left(final double fraction) {
		return timeLeft.after(fraction);
	}

	/** Prints a line that stays, whatever names of files are in it, in place of the one that is written over. */
	void print(final String text) {
		clear();
		err.println(OneLine.of(text));
		err.flush();
	}

	/** Removes the line that is written over. */
	public void clear() {
		if (terminal)
			line("");
	}

	private void line(final String text) {
		err.print("\r" + text + "\u001b[K");
		err.flush();
	}
}
