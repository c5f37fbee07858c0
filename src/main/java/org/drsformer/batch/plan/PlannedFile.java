package org.drsformer.batch.plan;

import org.drsformer.batch.job.FileJob;

/**
 * A file with the decision whether it is derained.
 *
 * @param why the reason in a few words
 */
public record PlannedFile(FileJob job, FileDecision decision, String why) {}
