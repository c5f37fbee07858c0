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
 * Shows the progress of work and the time left on a console. On a terminal one line is overwritten again and again; a
 * file receives only lines that stay valid.
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

	/** Names the present piece of work. */
	public void subject(final String name) {
		subject = OneLine.of(name);
	}

	/** Stops the work at its next report. May be called by another thread. */
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

	/** Returns the time left as a text to append to a line; empty while it is unknown, and at the end. */
	String left(final double fraction) {
		return timeLeft.after(fraction);
	}

	/** Prints a line that stays, in place of the line that is overwritten. File names in it cannot break the line. */
	void print(final String text) {
		clear();
		err.println(OneLine.of(text));
		err.flush();
	}

	/** Removes the line that is overwritten. */
	public void clear() {
		if (terminal)
			line("");
	}

	private void line(final String text) {
		err.print("\r" + text + "\u001b[K");
		err.flush();
	}
}
