package org.drsformer;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/** What is printed on the console meanwhile, which is also ImageJ's log where it has no window. */
public final class PrintedLines {

	private PrintedLines() {
		// static functions only
	}

	/** Returns the text that some work prints. */
	public static String of(final Callable<?> work) throws Exception {
		final PrintStream console = System.out;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
		try {
			work.call();
		}
		finally {
			System.setOut(console);
		}
		return printed.toString(StandardCharsets.UTF_8);
	}
}
