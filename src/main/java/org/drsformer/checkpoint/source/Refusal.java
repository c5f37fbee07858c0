package org.drsformer.checkpoint.source;

/**
 * The reason why a file is not loaded, without the name of the file: {@code Checkpoint} knows the name, and turns this
 * into the message that the user sees. Has no stack trace, because hostile files cause many refusals.
 */
public final class Refusal extends RuntimeException {

	private static final int LONGEST_QUOTE = 60;

	private Refusal(final String message) {
		super(message, null, false, false);
	}

	/** Returns the refusal of a file that was cut or changed on its way. */
	public static Refusal damaged(final String what) {
		return new Refusal(what + "; it is damaged or incomplete, so download or copy it again");
	}

	/** Returns the refusal of a pickle whose instructions do not fit each other. */
	public static Refusal malformed() {
		return damaged("its description of the tensors makes no sense");
	}

	/** Returns the refusal of a file that is whole, but not a checkpoint of weights. */
	public static Refusal foreign(final String what) {
		return new Refusal(what + "; choose a .pth or .safetensors file with the weights of a DRSformer");
	}

	/**
	 * Returns the refusal of a file with a program or a Python object, which only Python can take the weights out of.
	 *
	 * @param model how Python gets the object, such as {@code model}
	 */
	public static Refusal program(final String what, final String model) {
		return new Refusal(
			what + "; save the weights alone in Python: torch.save(" + model + ".state_dict(), \"weights.pth\")");
	}

	/** Returns the refusal of weights that are whole, but of no use. */
	public static Refusal useless(final String what) {
		return new Refusal(what + "; its training went wrong, so choose an earlier checkpoint");
	}

	/** Returns text from an untrusted file, made safe to show: short and printable. */
	public static String quote(final String text) {
		final String start = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
		return start.replaceAll("[^\\x20-\\x7e]", "?");
	}
}
