/**
 * The record of what was derained into a folder, which makes a run that was stopped go on where it was, and the locks
 * that keep two runs apart.
 */
package org.drsformer.batch.manifest;
