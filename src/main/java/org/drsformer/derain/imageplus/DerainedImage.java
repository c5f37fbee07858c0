package org.drsformer.derain.imageplus;

import ij.ImagePlus;

/**
 * The result of deraining an image.
 *
 * @param image the image without rain; the input itself if it was changed in place
 * @param rain the rain layer, input minus result; null if it is not wanted
 */
public record DerainedImage(ImagePlus image, ImagePlus rain) {}
