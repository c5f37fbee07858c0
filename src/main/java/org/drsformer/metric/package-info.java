/**
 * How alike two images are, measured as the deraining literature does it.
 * <p>
 * {@link org.drsformer.metric.Protocol} holds the named protocols of papers and libraries: what a table of results
 * should be made with. {@link org.drsformer.metric.Psnr}, {@link org.drsformer.metric.Ssim},
 * {@link org.drsformer.metric.PixelError} and {@link org.drsformer.metric.luma.Luma} are the parts that they are made
 * of.
 * <p>
 * Nothing here reads image files, starts threads or keeps state between calls: every method may be called from any
 * number of threads at once, and the caller decides how many there are.
 */
package org.drsformer.metric;
