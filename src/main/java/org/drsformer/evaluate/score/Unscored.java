package org.drsformer.evaluate.score;

import java.io.Serializable;

/**
 * A pair that could not be scored.
 *
 * @param method that made the result; empty if the target is ambiguous or cannot be read, which concerns every method
 * @param protocol that refused the pair; empty if no protocol can score it
 * @param name by which result and target are paired
 * @param sentence why, and what to do; names the file
 * @param pairOnly whether only protocols that need a target miss it
 */
public record Unscored(String method, String protocol, String name, String sentence, boolean pairOnly)
	implements Serializable {

	/** Makes a problem that concerns every protocol, or the named one. */
	public Unscored(final String method, final String protocol, final String name, final String sentence) {
		this(method, protocol, name, sentence, false);
	}

	/** Returns a problem of a pair: protocols without a target score the result nevertheless. */
	public static Unscored pair(final String method, final String name, final String sentence) {
		return new Unscored(method, "", name, sentence, true);
	}

	/** Returns whether this pair is missing among the scores of a method by a protocol that needs targets. */
	public boolean concerns(final String aMethod, final String aProtocol) {
		return (method.isEmpty() || method.equals(aMethod)) && (protocol.isEmpty() || protocol.equals(aProtocol));
	}

	/** Returns whether this image is missing among the scores of a method by a protocol without a target. */
	public boolean concernsImage(final String aMethod, final String aProtocol) {
		return !pairOnly && concerns(aMethod, aProtocol);
	}
}
