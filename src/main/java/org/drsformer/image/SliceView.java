package org.drsformer.image;

import java.util.ArrayList;
import java.util.List;

import ij.process.ImageProcessor;

/** Some slices of an image as a stack that keeps none of them. */
final class SliceView extends SliceStack {

	private final ImagePlusFrames frames;

	/** For each slice, its frame and its place in that frame. */
	private final List<int[]> places = new ArrayList<>();

	SliceView(final ImagePlusFrames frames, final ImageProcessor first, final int count) {
		super(first.getWidth(), first.getHeight(), first.getBitDepth(), count);
		this.frames = frames;
		for (int frame = 0; frame < frames.count(); frame++) {
			final List<String> labels = frames.labels(frame);
			for (int i = 0; i < labels.size(); i++) {
				places.add(new int[] { frame, i });
				setSliceLabel(labels.get(i), places.size());
			}
		}
	}

	@Override
	protected ImageProcessor slice(final int number) {
		final int[] place = places.get(number - 1);
		return frames.slices(place[0]).get(place[1]).duplicate();
	}
}
