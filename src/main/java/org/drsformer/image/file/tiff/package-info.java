/**
 * Reads and writes TIFF and BigTIFF files. The tags of a page decide what its samples are
 * ({@link org.drsformer.image.file.tiff.TiffKind}) before any of them is decoded.
 */
package org.drsformer.image.file.tiff;
