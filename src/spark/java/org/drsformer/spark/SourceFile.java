package org.drsformer.spark;

import java.io.Serializable;

/**
 * A file that Spark's source of binary files delivers.
 *
 * @param key Hadoop's name of the file
 * @param content its bytes; null if the executor reads it from its place
 */
record SourceFile(String key, byte[] content) implements Serializable {}
