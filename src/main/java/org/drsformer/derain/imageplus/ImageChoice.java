package org.drsformer.derain.imageplus;

import org.drsformer.image.ChannelChoice;
import org.drsformer.image.PlaneChoice;

/**
 * What of an image of ImageJ is derained.
 *
 * @param planes which slices and frames
 * @param channels what is given to the network together
 * @param selection only what is inside of the image's selection, if it has one that is an area
 */
public record ImageChoice(PlaneChoice planes, ChannelChoice channels, boolean selection) {

	/** The whole image. */
	public static final ImageChoice WHOLE = new ImageChoice(PlaneChoice.ALL, ChannelChoice.AUTO, false);
}
