package org.drsformer.derain;

/** What is to be done with a file, and why. */
public enum FileDecision {

	/** */
	NEW(true, "has no result yet"),
	/** */
	ALWAYS(true, "everything is done again"),
	/** */
	FAILED(true, "failed the last time"),
	/** */
	INPUT_CHANGED(true, "the input has changed since"),
	/** */
	SETTINGS_CHANGED(true, "was done with another model or other settings"),
	/** */
	NOT_WHOLE(true, "its result is not the one that was written"),
	/** */
	UNKNOWN(true, "there is a result, but no record of what it was made from"),
	/** */
	DONE(false, "done before"),
	/** */
	EXISTS(false, "has a result");

	private final boolean toDo;
	private final String why;

	FileDecision(final boolean toDo, final String why) {
		this.toDo = toDo;
		this.why = why;
	}

	/** Whether the file is to be derained. */
	public boolean isToDo() {
		return toDo;
	}

	/** The reason, in a few words. */
	public String why() {
		return why;
	}
}
