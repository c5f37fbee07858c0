package org.drsformer.derain.imageplus;

import ij.ImagePlus;

/**
 * What deraining makes of an image.
 *
 * @param image without rain; its input, if it was changed in place
 * @param rain input minus result, see {@link ImagePlusDerainer}; null if it was not asked for
 */
public record DerainedImage(ImagePlus image, ImagePlus rain) {}
