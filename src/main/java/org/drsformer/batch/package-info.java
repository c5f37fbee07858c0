/**
 * Removes rain from image files and folders of them. {@link org.drsformer.batch.DerainFiles} plans a run and carries it
 * out; {@link org.drsformer.batch.BatchListener} is told about each file, and {@link org.drsformer.batch.BatchSummary}
 * is the outcome. Each subpackage does one thing: settings, job, manifest, plan, pipeline.
 */
package org.drsformer.batch;
