/**
 * How similar two images are, measured as the deraining literature does it.
 * <p>
 * {@link org.drsformer.metric.Protocol} has the named protocols of papers and libraries, which tables of results should
 * use. {@link org.drsformer.metric.Psnr}, {@link org.drsformer.metric.Ssim}, {@link org.drsformer.metric.PixelError}
 * and {@link org.drsformer.metric.luma.Luma} are the parts of which they consist.
 * <p>
 * Nothing here reads image files, starts threads or keeps state between calls: any number of threads may call every
 * method at once, and the caller decides how many there are.
 */
package org.drsformer.metric;
