package org.drsformer.batch.job;

import java.nio.file.Path;

/**
 * One image file to derain.
 *
 * @param input the file
 * @param output where its result is written
 * @param name of the result below the output folder, with slashes: what the manifest knows it by
 * @param bytes the size of the input
 * @param modified when the input was changed last, as ISO 8601 has it
 */
public record FileJob(Path input, Path output, String name, long bytes, String modified) {}
