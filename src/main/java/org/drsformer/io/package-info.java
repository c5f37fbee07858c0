/**
 * How files are written and named: as a whole or not at all, on the disk when a call returns, and never over a file
 * that is read in the same run.
 */
package org.drsformer.io;
