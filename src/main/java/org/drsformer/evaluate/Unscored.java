package org.drsformer.evaluate;

import java.io.Serializable;

/**
 * A pair that could not be scored.
 *
 * @param method that made the result; empty if the target is ambiguous or cannot be read, which concerns every method
 * @param protocol that refused the pair; empty if no protocol can score it
 * @param name by which result and target are paired
 * @param sentence why, and what to do; names the file
 */
public record Unscored(String method, String protocol, String name, String sentence) implements Serializable {

	/** Returns whether this pair is missing among the scores of a method by a protocol. */
	boolean concerns(final String aMethod, final String aProtocol) {
		return (method.isEmpty() || method.equals(aMethod)) && (protocol.isEmpty() || protocol.equals(aProtocol));
	}
}
