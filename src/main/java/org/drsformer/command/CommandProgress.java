package org.drsformer.command;

import java.util.Locale;
import java.util.concurrent.CancellationException;

import org.drsformer.Progress;
import org.drsformer.TimeLeft;
import org.scijava.task.Task;

import ij.IJ;

/**
 * Shows progress in ImageJ's status line and progress bar, and as a SciJava task, which Fiji lists with a button to
 * cancel it. Escape cancels too.
 */
final class CommandProgress implements Progress, AutoCloseable {

	private static final int STEPS = 1000;
	private static final long NANOS_BETWEEN = 100_000_000;

	private final Task task;
	private final EscapeKey escape = new EscapeKey();
	private final QuitGuard quit = new QuitGuard();
	private final TimeLeft left = new TimeLeft(System::nanoTime);
	private long shown = System.nanoTime() - NANOS_BETWEEN;

	CommandProgress(final Task task) {
		this.task = task;
		task.setProgressMaximum(STEPS);
		task.start();
	}

	@Override
	public void update(final double fraction) {
		if (task.isCanceled() || escape.isPressed() || quit.isQuitting())
			throw new CancellationException(task.getCancelReason());
		final long now = System.nanoTime();
		if (now - shown < NANOS_BETWEEN)
			return;
		shown = now;
		task.setProgressValue(Math.round(STEPS * fraction));
		task.setStatusMessage(String.format(Locale.ROOT, "%.0f %%%s", 100 * fraction, left.after(fraction)));
		IJ.showStatus(task.getName() + ": " + task.getStatusMessage());
		IJ.showProgress(fraction);
	}

	@Override
	public void close() {
		quit.close();
		escape.close();
		IJ.showProgress(1);
		task.finish();
	}
}
