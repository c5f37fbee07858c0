/**
 * One file of a run: the job, its outcome, and what identifies its result.
 */
package org.drsformer.batch.job;
