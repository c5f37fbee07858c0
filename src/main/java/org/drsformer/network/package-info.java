/**
 * DRSformer: Chen, Li, Li, Pan: <i>Learning A Sparse Transformer Network for Effective Image Deraining</i>, CVPR 2023,
 * over the arrays of DJL. One class for each block of the paper; every block works on strips of rows, so that memory is
 * bounded and the result is that of the whole image.
 */
package org.drsformer.network;
