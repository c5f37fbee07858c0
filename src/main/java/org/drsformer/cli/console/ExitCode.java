package org.drsformer.cli.console;

/** The exit codes of the program, besides 0 for success and picocli's 2 for bad usage. */
public final class ExitCode {

	/** Something failed. */
	public static final int FAILED = 1;
	/** The user stopped the program. */
	public static final int INTERRUPTED = 130;

	private ExitCode() {
		// constants only
	}
}
