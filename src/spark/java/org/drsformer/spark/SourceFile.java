package org.drsformer.spark;

import java.io.Serializable;

/**
 * A file as Spark's source of binary files delivers it.
 *
 * @param key its path, as Hadoop writes it
 * @param content its bytes; null if it is to be read from its place
 */
record SourceFile(String key, byte[] content) implements Serializable {}
