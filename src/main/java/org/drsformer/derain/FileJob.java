package org.drsformer.derain;

import java.nio.file.Path;

/**
 * One image file to derain.
 *
 * @param bytes the size of the input
 */
record FileJob(Path input, Path output, long bytes) {}
