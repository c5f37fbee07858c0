package org.drsformer.derain.imageplus;

import org.drsformer.image.ChannelChoice;
import org.drsformer.image.PlaneChoice;

/**
 * The part of an image of ImageJ that is derained.
 *
 * @param planes the slices that are derained
 * @param channels the channels that the network takes together
 * @param selection whether only the inside of the image's area selection is derained, if it has one
 */
public record ImageChoice(PlaneChoice planes, ChannelChoice channels, boolean selection) {

	/** The whole image. */
	public static final ImageChoice WHOLE = new ImageChoice(PlaneChoice.ALL, ChannelChoice.AUTO, false);
}
