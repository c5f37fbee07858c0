package org.drsformer.derain;

/** A file and what is to be done with it. */
public record PlannedFile(FileJob job, FileDecision decision) {}
