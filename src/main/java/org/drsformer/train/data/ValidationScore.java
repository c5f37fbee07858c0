package org.drsformer.train.data;

/**
 * The scores of the averaged weights on the validation images: means, by the protocol {@code rain200-spa}.
 *
 * @param rainyPsnr the PSNR of the rainy images themselves, in dB
 * @param rainySsim the SSIM of the rainy images themselves, at most 1
 * @param psnr the PSNR of the derained images, in dB
 * @param ssim the SSIM of the derained images, at most 1
 */
public record ValidationScore(double rainyPsnr, double rainySsim, double psnr, double ssim) {

}
