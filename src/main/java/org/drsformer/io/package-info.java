/**
 * Writes and names files. A file is written completely or not at all, is on the disk when a call returns, and never
 * replaces a file that the same run reads.
 */
package org.drsformer.io;
