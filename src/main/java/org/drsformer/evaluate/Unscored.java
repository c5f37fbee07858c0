package org.drsformer.evaluate;

/**
 * A pair that could not be scored.
 *
 * @param method that made the result; empty if it is the target that is not there or cannot be read
 * @param name by which result and target are paired
 * @param sentence why, and what to do; names the file
 */
public record Unscored(String method, String name, String sentence) {}
