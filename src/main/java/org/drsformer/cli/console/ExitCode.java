package org.drsformer.cli.console;

/** What the program ends with, besides 0 for success and picocli's 2 for bad usage. */
public final class ExitCode {

	/** Something failed. */
	public static final int FAILED = 1;
	/** The user stopped it. */
	public static final int INTERRUPTED = 130;

	private ExitCode() {
		// constants only
	}
}
