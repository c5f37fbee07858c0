package org.drsformer.command.preview;

import java.util.List;

import org.drsformer.derain.DerainSettings;
import org.drsformer.image.ChannelChoice;

import ij.ImagePlus;

/** A command with a preview: says what the user has chosen so far. */
public interface Previewed {

	/** Returns the image that the command derains. */
	ImagePlus image();

	/** Returns the values of the inputs that the preview depends on; some may be null. */
	List<Object> choices();

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
