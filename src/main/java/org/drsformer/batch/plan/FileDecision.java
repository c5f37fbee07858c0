package org.drsformer.batch.plan;

/** What is to be done with a file, and why. */
public enum FileDecision {

	/** Nothing is known of a result. */
	NEW(true, "has no result yet"),
	/** The user wants it so. */
	ALWAYS(true, "everything is done again"),
	/** The manifest says that it could not be done. */
	FAILED(true, "failed the last time"),
	/** Another file, size or time of change than the manifest says. */
	INPUT_CHANGED(true, "the input has changed since"),
	/** The manifest has another SHA-256. */
	SETTINGS_CHANGED(true, "was done with another model or other settings"),
	/** Another version of this software, or of the manifest, than now. */
	OTHER_SOFTWARE(true, "was done by another version of this software"),
	/** The result is gone, or has another size or checksum than the manifest says. */
	NOT_WHOLE(true, "its result is not the one that was written"),
	/** The manifest does not know the result, or a run that had begun it was ended before it could record it. */
	UNKNOWN(true, "there is a result, but no record of what it was made from"),
	/** The manifest says so, and the result is there. */
	DONE(false, "done before"),
	/** The user wants it to be left alone. */
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
