package org.drsformer.batch.job;

import java.nio.file.Path;

/**
 * One image file to derain.
 *
 * @param input the file
 * @param output the file of its result
 * @param name the path of the result below the output folder, with slashes; identifies the job in the manifest
 * @param bytes the size of the input
 * @param modified the time of the input's last change, in ISO 8601
 */
public record FileJob(Path input, Path output, String name, long bytes, String modified) {}
