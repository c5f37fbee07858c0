package org.drsformer.metric;

import java.util.List;

/**
 * The score of one plane of an image.
 *
 * @param position where the plane is, counted from 0 along each axis after x and y and without the channel axis; empty
 *        for a two-dimensional image
 * @param quality of the plane, its channels together
 * @param channels of each channel by itself: three for colour, one for gray; protocols on luma have one, the luma
 */
public record PlaneScore(List<Long> position, Quality quality, List<Quality> channels) {}
