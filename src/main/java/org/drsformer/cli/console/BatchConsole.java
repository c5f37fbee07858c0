package org.drsformer.cli.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.drsformer.OneLine;
import org.drsformer.batch.BatchListener;
import org.drsformer.batch.job.FileFailure;

/** Shows a run over files on the console, and ends it in good order when the user presses Ctrl-C. */
public final class BatchConsole implements BatchListener {

	private final ConsoleProgress console;
	private final Map<Path, String> places = new HashMap<>();
	private double fraction;

	public BatchConsole(final PrintWriter err) {
		console = new ConsoleProgress(err, System.console() != null, System::nanoTime);
	}

	/** Makes the work that reports here stop at its next report when the program is stopped. */
	public void cancelOnExit() {
		OrderlyEnd.await(console::cancel);
	}

	/** Says that the work has ended, in whatever way. */
	public void finished() {
		console.clear();
	}

	@Override
	public void update(final double share) {
		fraction = share;
		console.update(share);
	}

	@Override
	public void started(final Path input, final int number, final int count) {
		final String place = number + "/" + count;
		places.put(input, place + " ");
		console.subject(place + " " + OneLine.of(input.toString()));
	}

	@Override
	public void done(final Path input, final Path output) {
		console.print(place(input) + OneLine.of(output.toString()) + console.left(fraction));
	}

	@Override
	public void failed(final FileFailure failure) {
		console.print(place(failure.path()) + "failed: " + failure.sentence());
	}

	@Override
	public void noted(final String sentence) {
		console.print(OneLine.of(sentence));
	}

	/** Returns the number of a file that has ended, and forgets it. */
	private String place(final Path input) {
		final String place = places.remove(input);
		return place == null ? "" : place;
	}

	/** Names the present piece of work. */
	public void subject(final String text) {
		console.subject(text);
	}

	/** Prints a line that stays, with the time left. */
	public void say(final String text) {
		console.print(text + console.left(fraction));
	}

	/** Says that the user has stopped the run. */
	public void interrupted() {
		console.print("Interrupted; the results so far stay. Start again to process the missing files.");
	}

	/** Adds a line about the file that was reported last. */
	public void note(final String text) {
		console.print("    " + text);
	}
}
