/** Reads and writes AVI files frame by frame. */
package org.drsformer.image.file.avi;
