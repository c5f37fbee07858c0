package org.drsformer.command.dialog.frame;

/** A command that is told when the user accepts its dialog. With macros and scripts there is no dialog. */
public interface AfterDialog {

	/**
	 * Returns what to confirm before the work begins, such as that a file is replaced; empty for nothing. All inputs
	 * have their values.
	 *
	 * @throws org.drsformer.DrsformerException if the inputs do not fit together
	 */
	default String question() {
		return "";
	}

	/** Called when the dialog closes and the work is about to begin. */
	void accepted();
}
