package org.drsformer.derain.imageplus;

import java.util.List;

import org.drsformer.Progress;
import org.drsformer.derain.Derainer;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.image.Region;
import org.drsformer.image.SliceViews;
import org.drsformer.image.ValueRange;

import ij.process.ImageProcessor;

/**
 * Derains the frames of an image of ImageJ, one at a time.
 *
 * @param frames the frames of the image
 * @param region the part of each plane that is derained; the rest stays as it is
 * @param range the value range of the whole image
 */
public record FrameDerainer(Derainer derainer, ImagePlusFrames frames, Region region, ValueRange range) {

	/**
	 * Returns new slices without rain, with the alpha and the lookup tables of the rainy ones.
	 *
	 * @param number of the frame, from 0
	 * @param rainy the slices of the frame; they are not changed
	 * @throws org.drsformer.DrsformerException if the frame cannot be derained
	 * @throws java.util.concurrent.CancellationException if the progress cancels the work
	 */
	public List<ImageProcessor> derain(final int number, final List<ImageProcessor> rainy, final Progress progress) {
		final List<ImageProcessor> clean = rainy.stream().map(ImageProcessor::duplicate).toList();
		derainer.derainFrame(SliceViews.frame(rainy, region), SliceViews.frame(clean, region), frames.channelAxis(),
			frames.range(number, range), progress);
		for (int s = 0; s < clean.size(); s++)
			region.restoreOutside(clean.get(s), rainy.get(s));
		return clean;
	}
}
