package org.drsformer.checkpoint.source;

/**
 * Why a file is not loaded, without the file's name, which only {@code Checkpoint} knows: it turns this into the
 * sentence that the user sees. Carries no stack trace because hostile files make many.
 */
public final class Refusal extends RuntimeException {

	private static final int LONGEST_QUOTE = 60;

	private Refusal(final String message) {
		super(message, null, false, false);
	}

	/** The file was cut or changed on its way. */
	public static Refusal damaged(final String what) {
		return new Refusal(what + "; it is damaged or incomplete, so download or copy it again");
	}

	/** The file is whole but not a checkpoint of weights. */
	public static Refusal foreign(final String what) {
		return new Refusal(what + "; choose a .pth or .safetensors file with the weights of a DRSformer");
	}

	/** The file holds a program or an object of Python that weights would have to be taken out of. */
	public static Refusal program(final String what, final String model) {
		return new Refusal(
			what + "; save the weights alone in Python: torch.save(" + model + ".state_dict(), \"weights.pth\")");
	}

	/** The weights are whole, but good for nothing. */
	public static Refusal useless(final String what) {
		return new Refusal(what + "; its training went wrong, so choose an earlier checkpoint");
	}

	/** Text from a file that nobody vouches for, made safe to show: short and printable. */
	public static String quote(final String text) {
		final String start = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
		return start.replaceAll("[^\\x20-\\x7e]", "?");
	}
}
