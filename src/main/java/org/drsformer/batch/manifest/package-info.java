/**
 * The record of the results in an output folder, by which a stopped run can go on, and the locks that keep two runs
 * apart.
 */
package org.drsformer.batch.manifest;
