/**
 * One file of a run, from its being planned to what came of it.
 */
package org.drsformer.batch.job;
