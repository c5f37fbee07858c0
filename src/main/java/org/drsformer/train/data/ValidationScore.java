package org.drsformer.train.data;

/**
 * How well the averaged weights do on the images that were held out: means by the protocol {@code rain200-spa}.
 *
 * @param rainyPsnr of the rainy images themselves, in dB
 * @param rainySsim of the rainy images themselves
 * @param psnr of the derained images, in dB
 * @param ssim of the derained images
 */
public record ValidationScore(double rainyPsnr, double rainySsim, double psnr, double ssim) {

}
