/** Decodes JPEG streams, in JPEG files and inside TIFF files. */
package org.drsformer.image.file.jpeg;
