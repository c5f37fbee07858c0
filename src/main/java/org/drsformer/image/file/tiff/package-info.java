/**
 * TIFF and BigTIFF. The tags of a page decide what its samples are, before any is decoded
 * ({@link org.drsformer.image.file.tiff.TiffKind}).
 */
package org.drsformer.image.file.tiff;
