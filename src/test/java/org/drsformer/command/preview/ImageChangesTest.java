package org.drsformer.command.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;

class ImageChangesTest {

	private final ImagePlus image = IJ.createImage("stack.tif", "16-bit black", 4, 4, 3);
	private final ImageChanges changes = new ImageChanges(image);

	@Test
	void anotherSliceIsNoChangeOfThePixels() {
		changes.imageUpdated(image);
		assertEquals(List.of(1, 1), List.of(changes.all(), changes.pixels()));
		image.setSlice(2);
		changes.imageUpdated(image);
		assertEquals(1, changes.pixels());
		changes.imageUpdated(image);
		assertEquals(2, changes.pixels());
	}

	@Test
	void otherImagesDoNotCount() {
		changes.imageUpdated(IJ.createImage("other", "8-bit black", 4, 4, 1));
		assertEquals(List.of(0, 0), List.of(changes.all(), changes.pixels()));
	}
}
