/**
 * JPEG streams, in files of their own and inside of TIFF files.
 */
package org.drsformer.image.file.jpeg;
