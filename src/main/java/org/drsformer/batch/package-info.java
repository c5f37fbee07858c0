/**
 * Removes rain from image files and folders of them. {@link org.drsformer.batch.DerainFiles} plans and runs;
 * {@link org.drsformer.batch.BatchListener} hears how it goes, {@link org.drsformer.batch.BatchSummary} says what came
 * of it. The packages below do one thing each: settings, job, manifest, plan, pipeline.
 */
package org.drsformer.batch;
