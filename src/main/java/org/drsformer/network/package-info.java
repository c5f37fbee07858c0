/**
 * DRSformer (Chen, Li, Li, Pan: <i>Learning A Sparse Transformer Network for Effective Image Deraining</i>, CVPR 2023)
 * and Restormer (Zamir, Arora, Khan, Hayat, Khan, Yang: <i>Restormer: Efficient Transformer for High-Resolution Image
 * Restoration</i>, CVPR 2022) on the arrays of DJL. Each block of the papers is a class; {@code docs/network.md} shows
 * the figures of the papers beside the classes.
 * <p>
 * <b>Who frees an array.</b> The memory of an array lies outside of Java's heap, so that each array has one owner, who
 * closes it. This holds in all packages of the network:
 * <ul>
 * <li>A method borrows its arguments: it neither changes nor closes them.
 * <li>If a comment says that an argument is <i>consumed</i>, the method takes it over: it closes it, or changes it in
 * place and returns it. The caller must not use it again.
 * <li>A result belongs to the caller. A view (a part of an array, or the array in another shape) shares the memory of
 * its array, which is freed when both are closed.
 * <li>{@link org.drsformer.network.strip.ArrayScope} closes what a formula makes on its way to the result. One lies
 * around each call of the network, so that a failure or a cancellation leaves nothing behind.
 * <li>The weights belong to the network, whose manager closes them.
 * </ul>
 */
package org.drsformer.network;
