/** Reads and writes files of one image: PNG, JPEG, BMP, GIF, WebP and PNM. */
package org.drsformer.image.file.raster;
