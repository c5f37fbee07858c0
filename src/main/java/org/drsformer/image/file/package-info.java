/**
 * Reads and writes image files: {@link org.drsformer.image.file.ImageFiles} reads and writes all formats,
 * {@link org.drsformer.image.file.PlaneWriter} writes plane by plane, {@link org.drsformer.image.file.ImageFolder} and
 * {@link org.drsformer.image.file.ImageTree} find image files.
 */
package org.drsformer.image.file;
