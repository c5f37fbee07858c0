package org.drsformer.cli.evaluate;

import org.drsformer.Progress;
import org.drsformer.cli.console.BatchConsole;

/** Prints a line with the time left after each tenth of long work, whose console is often a file. */
final class ProgressLines implements Progress {

	private final BatchConsole console;
	private final int count;
	private final String subject;
	private int tenths;

	/**
	 * @param count the number of images
	 * @param subject what they are, such as {@code targets}
	 */
	ProgressLines(final BatchConsole console, final int count, final String subject) {
		this.console = console;
		this.count = count;
		this.subject = subject;
	}

	@Override
	public void update(final double fraction) {
		console.update(fraction);
		// a tenth of 30 images is 3 images, whatever the sum of rounded numbers is
		final int now = (int) (10 * fraction + 1e-9);
		if (now > tenths)
			console.say(Math.round(fraction * count) + "/" + count + " " + subject);
		tenths = now;
	}
}
