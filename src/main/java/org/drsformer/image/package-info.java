/**
 * Images on their way to the network and back: which value is black and which is white, frames of samples in 0..1
 * ({@link org.drsformer.image.frame.Frames}), and the images of ImageJ as those of ImgLib2. Knows no files.
 */
package org.drsformer.image;
