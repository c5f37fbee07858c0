package org.drsformer.batch.plan;

import org.drsformer.batch.job.FileJob;

/**
 * A file and what is to be done with it.
 *
 * @param why in a few words
 */
public record PlannedFile(FileJob job, FileDecision decision, String why) {}
