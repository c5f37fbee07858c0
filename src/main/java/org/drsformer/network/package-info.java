/**
 * DRSformer: Chen, Li, Li, Pan: <i>Learning A Sparse Transformer Network for Effective Image Deraining</i>, CVPR 2023,
 * over the arrays of DJL. One class for each block of the paper; {@code docs/network.md} shows its figures beside them.
 */
package org.drsformer.network;
