package org.drsformer.command.dialog.field;

/**
 * The names of attributes with which commands and their parameters say how their dialog behaves. Macros are not
 * concerned.
 */
public final class Hints {

	/** Of a command: the document and heading that its help button shows, such as {@code rain.md#presets}. */
	public static final String HELP = "help";

	/** Of a parameter: when it can be changed, such as {@code planes=range}; see {@link Condition}. */
	public static final String ENABLED_IF = "enabled if";

	/** Of a parameter: which special field it has, one of the following. */
	public static final String FIELD = "field";

	/** A field for the devices of this machine. */
	public static final String DEVICES = "devices";
	/** A field for a model to use, which may be a file, and for further choices of the parameter. */
	public static final String MODELS = "models";
	/** A field for the models to manage; it also takes new names. */
	public static final String LIBRARY = "library";
	/** A field for a checkpoint file, which lists those in the downloads folder. */
	public static final String CHECKPOINT = "checkpoint";

	private Hints() {
		// names only
	}
}
