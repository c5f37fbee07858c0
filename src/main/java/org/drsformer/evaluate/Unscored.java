package org.drsformer.evaluate;

import java.io.Serializable;

/**
 * A pair that could not be scored.
 *
 * @param method that made the result; empty if it is the target that is ambiguous or cannot be read, for every method
 * @param protocol that refused the pair; empty if none can score it
 * @param name by which result and target are paired
 * @param sentence why, and what to do; names the file
 */
public record Unscored(String method, String protocol, String name, String sentence) implements Serializable {

	/** Whether it is missing among the scores of a method under a protocol. */
	boolean concerns(final String aMethod, final String aProtocol) {
		return (method.isEmpty() || method.equals(aMethod)) && (protocol.isEmpty() || protocol.equals(aProtocol));
	}
}
