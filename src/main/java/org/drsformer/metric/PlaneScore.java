package org.drsformer.metric;

import java.util.List;

/**
 * The score of one plane of an image, its channels together.
 *
 * @param position where the plane is, counted from 0 along each axis after x and y, without the channel axis; empty for
 *        a two-dimensional image
 * @param quality of all channels together
 * @param channels the quality of each channel: three for colour, one for gray; protocols that compare luma have one,
 *        the luma
 */
public record PlaneScore(List<Long> position, Quality quality, List<Quality> channels) {}
