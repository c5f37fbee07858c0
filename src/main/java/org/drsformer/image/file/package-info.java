/**
 * Reads and writes image files: {@link org.drsformer.image.file.ImageFiles} knows all formats,
 * {@link org.drsformer.image.file.PlaneWriter} writes plane by plane, {@link org.drsformer.image.file.ImageFolder} and
 * {@link org.drsformer.image.file.ImageTree} find them.
 */
package org.drsformer.image.file;
