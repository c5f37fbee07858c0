package org.drsformer.batch.plan;

/** Says whether a file is derained, and why. */
public enum FileDecision {

	/** The file has no result, and the manifest knows none. */
	NEW(true, "has no result yet"),
	/** The user wants all files to be derained. */
	ALWAYS(true, "all files are processed again"),
	/** According to the manifest, the file could not be derained. */
	FAILED(true, "failed the last time"),
	/** The path, the size or the time of change differs from the manifest. */
	INPUT_CHANGED(true, "the input has changed since"),
	/** The SHA-256 of the settings differs from the manifest. */
	SETTINGS_CHANGED(true, "was derained with another model or other settings"),
	/** The version of this software or the format of the manifest differs. */
	OTHER_SOFTWARE(true, "was derained by another version of this software"),
	/** The result is missing, or its size or checksum differs from the manifest. */
	NOT_WHOLE(true, "its result is missing or has changed"),
	/** The manifest does not know the result, or the run that started it ended before it could record it. */
	UNKNOWN(true, "there is a result, but no record of its input"),
	/** The result exists and is as the manifest says. */
	DONE(false, "was derained before"),
	/** The user wants existing results to be kept. */
	EXISTS(false, "has a result");

	private final boolean toDo;
	private final String why;

	FileDecision(final boolean toDo, final String why) {
		this.toDo = toDo;
		this.why = why;
	}

	/** Returns whether the file is derained. */
	public boolean isToDo() {
		return toDo;
	}

	/** Returns the reason in a few words. */
	String why() {
		return why;
	}
}
