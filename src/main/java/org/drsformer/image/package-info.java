/**
 * Images on their way to the network and back: the values that are black and white
 * ({@link org.drsformer.image.ValueRange}), the samples of a frame in 0..1 ({@link org.drsformer.image.FrameTensor}),
 * and the images of ImageJ as those of ImgLib2 ({@link org.drsformer.image.ImagePlusFrames}). Knows no files.
 */
package org.drsformer.image;
