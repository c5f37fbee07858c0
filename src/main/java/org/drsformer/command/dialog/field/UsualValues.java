package org.drsformer.command.dialog.field;

import java.util.Map;

/** A command with inputs that stand for usual values as long as they have their defaults, such as 0. */
public interface UsualValues {

	/**
	 * Returns what these defaults stand for, by the names of the inputs, given the values that the other inputs have
	 * now. The dialog shows them instead of the defaults.
	 */
	Map<String, Object> usual();
}
