package org.drsformer.cli.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.drsformer.OneLine;
import org.drsformer.batch.BatchListener;
import org.drsformer.batch.job.FileFailure;

/** Tells on the console how a run over files goes, and ends it in good order when the user presses Ctrl-C. */
public final class BatchConsole implements BatchListener {

	private final ConsoleProgress console;
	private final Map<Path, String> places = new HashMap<>();
	private double fraction;

	public BatchConsole(final PrintWriter err) {
		console = new ConsoleProgress(err, System.console() != null, System::nanoTime);
	}

	/** Should the program be stopped, the work that is told of here stops at its next report. */
	public void cancelOnExit() {
		OrderlyEnd.await(console::cancel);
	}

	/** The work has ended, in whichever way. */
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

	/** Of a file that no more will be told of. */
	private String place(final Path input) {
		final String place = places.remove(input);
		return place == null ? "" : place;
	}

	/** Names what is worked on now. */
	public void subject(final String text) {
		console.subject(text);
	}

	/** Prints a line that stays, with how long the rest will take. */
	public void say(final String text) {
		console.print(text + console.left(fraction));
	}

	/** The user has stopped the run. */
	public void interrupted() {
		console.print("Interrupted; what was done before stays. Started again, it goes on with what is missing.");
	}

	/** Adds something about the file that was told of last. */
	public void note(final String text) {
		console.print("    " + text);
	}
}
