package org.drsformer.command;

import java.awt.GraphicsEnvironment;
import java.nio.file.InvalidPathException;
import java.util.concurrent.CancellationException;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.SmallHeap;
import org.drsformer.command.window.DownloadDialog;
import org.drsformer.engine.Torch;
import org.drsformer.io.PathText;
import org.drsformer.macro.MacroError;
import org.scijava.Cancelable;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.task.TaskService;
import org.scijava.ui.UIService;

import ij.IJ;

/**
 * The common part of the commands: shows progress, honours Escape, and reports a failure in one sentence, which ends
 * the macro that runs the command.
 */
public abstract class DrsformerCommand implements Command, Cancelable {

	@Parameter
	private TaskService tasks;

	@Parameter
	private LogService log;

	@Parameter(required = false)
	private UIService ui;

	private boolean accepted;
	private String cancelReason;

	/** Returns the title of the work for the progress bar, such as {@code Derain cat.png}. */
	abstract String task();

	/**
	 * Does the work of the command.
	 *
	 * @throws DrsformerException if the work fails; says why
	 * @throws CancellationException if the progress cancels the work
	 */
	abstract void work(Progress progress);

	/** Returns the sentence to show after the user has cancelled the work. */
	String cancelled() {
		return task() + " was cancelled.";
	}

	/** Returns whether something is left after the user has cancelled the work, so that the sentence must be kept. */
	boolean leavesResults() {
		return false;
	}

	/** Called when the user has accepted the dialog of the command. */
	public final void accepted() {
		accepted = true;
	}

	/** Returns whether the user has accepted a dialog; with macros and scripts there is none. */
	final boolean hadDialog() {
		return accepted;
	}

	@Override
	public final void run() {
		try (CommandProgress progress = new CommandProgress(tasks.createTask(task()))) {
			Torch.setDownloadListener(new DownloadDialog(progress));
			work(progress);
		}
		catch (final DrsformerException failure) {
			fail(failure.getMessage());
		}
		catch (final InvalidPathException impossible) {
			fail(PathText.refused(impossible).getMessage());
		}
		catch (final CancellationException cancellation) {
			end(cancelled());
		}
		catch (final OutOfMemoryError failure) {
			fail(SmallHeap.sentence());
		}
		catch (final RuntimeException fault) {
			log.error(fault);
			fail("This is a fault of DRSformer for Fiji (" + fault + "); please report it with the text on the" +
				" console.");
		}
	}

	/**
	 * Reports a failure and ends the macro. SciJava shows a reason in a dialog if it has a window, but lets the macro
	 * go on, so that a macro is ended in ImageJ's own dialog, and SciJava gets no reason to show.
	 */
	private void fail(final String sentence) {
		final boolean macro = IJ.isMacro();
		if (macro)
			MacroError.end(sentence);
		cancel(macro && hasWindows() ? "" : sentence);
	}

	/** Returns whether SciJava has windows; it has none in a plain ImageJ. */
	private boolean hasWindows() {
		return ui != null && ui.isVisible() && !ui.isHeadless();
	}

	/**
	 * Ends the command as the user wants. With windows there is no box to click away: the status line tells, in Fiji by
	 * a line of SciJava, and the log if results are left.
	 */
	private void end(final String sentence) {
		if (GraphicsEnvironment.isHeadless() || IJ.isMacro() && !hasWindows()) {
			fail(sentence);
			return;
		}
		cancel("");
		IJ.showStatus(sentence);
		if (leavesResults())
			IJ.log(sentence);
		if (IJ.isMacro())
			MacroError.endSilently(sentence);
	}

	@Override
	public boolean isCanceled() {
		return cancelReason != null;
	}

	@Override
	public void cancel(final String reason) {
		cancelReason = reason == null ? "" : reason;
	}

	@Override
	public String getCancelReason() {
		return cancelReason;
	}
}
