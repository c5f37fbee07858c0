package org.drsformer.command.preview;

import org.drsformer.derain.DerainSettings;
import org.drsformer.image.ChannelChoice;

import ij.ImagePlus;

/** A command with a preview: says what the user has chosen so far. */
public interface Previewed {

	/** Returns the image that the command derains. */
	ImagePlus image();

	/**
	 * Returns how it is derained. Called on the thread of the preview.
	 *
	 * @throws org.drsformer.DrsformerException if a value is invalid, or there is no such model
	 */
	DerainSettings settings();

	/**
	 * Returns which channels the network takes together.
	 *
	 * @throws org.drsformer.DrsformerException if the value is invalid
	 */
	ChannelChoice channelChoice();
}
