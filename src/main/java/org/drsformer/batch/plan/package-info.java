/**
 * Plans a run: finds the files, decides which are derained, and checks that results do not conflict.
 */
package org.drsformer.batch.plan;
