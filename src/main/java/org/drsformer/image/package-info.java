/**
 * Images on their way to the network and back: value ranges, frames of samples in 0..1, ImageJ's images as ImgLib2's,
 * and image files.
 */
package org.drsformer.image;
