package org.drsformer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.drsformer.derain.FileFailure;
import org.drsformer.derain.FilesListener;

/** Tells on the console how a run over files goes, and ends it in good order when the user presses Ctrl-C. */
public final class FilesConsole implements FilesListener {

	/** A strip takes much less. */
	private static final int SECONDS_TO_STOP = 20;

	private final ConsoleProgress console;
	private final CountDownLatch finished = new CountDownLatch(1);
	private final Map<Path, String> places = new HashMap<>();
	private double fraction;

	public FilesConsole(final PrintWriter err) {
		console = new ConsoleProgress(err, System.console() != null, System::nanoTime);
	}

	/** Leaving the JVM in the middle of a native call could crash it: let the work stop first. */
	public Thread cancelOnExit() {
		final Thread hook = new Thread(() -> {
			console.cancel();
			try {
				finished.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
			}
			catch (final InterruptedException exc) {
				Thread.currentThread().interrupt();
			}
		}, "stop deraining");
		Runtime.getRuntime().addShutdownHook(hook);
		return hook;
	}

	/** The work has ended, in whichever way. */
	public void finished(final Thread hook) {
		console.clear();
		finished.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (final IllegalStateException exc) {
			// the JVM is leaving already, which is what the hook was for
		}
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
		console.subject(place + " " + FileFailure.oneLine(input.toString()));
	}

	@Override
	public void done(final Path input, final Path output) {
		console.print(place(input) + FileFailure.oneLine(output.toString()) + console.left(fraction));
	}

	@Override
	public void failed(final FileFailure failure) {
		console.print(place(failure.path()) + "failed: " + failure.sentence());
	}

	@Override
	public void noted(final String sentence) {
		console.print(FileFailure.oneLine(sentence));
	}

	/** Of a file that no more will be told of. */
	private String place(final Path input) {
		final String place = places.remove(input);
		return place == null ? "" : place;
	}

	/** Names what is worked on now. */
	void subject(final String text) {
		console.subject(text);
	}

	/** Prints a line that stays, with how long the rest will take. */
	void say(final String text) {
		console.print(text + console.left(fraction));
	}

	/** The user has stopped the run. */
	public void interrupted() {
		console.print("Interrupted; what was done before stays. Started again, it goes on with what is missing.");
	}

	/** Adds something about the file that was told of last. */
	void note(final String text) {
		console.print("    " + text);
	}
}
