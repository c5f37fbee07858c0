package org.drsformer.command.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;

class ImageChangesTest {

	private final ImagePlus image = IJ.createImage("stack.tif", "16-bit black", 4, 4, 3);
	private final ImageChanges changes = new ImageChanges(image);

	@BeforeEach
	void listen() {
		ImagePlus.addImageListener(changes);
	}

	@AfterEach
	void stop() {
		ImagePlus.removeImageListener(changes);
	}

	@Test
	void anotherSliceIsNoChangeOfThePixels() {
		image.updateAndDraw();
		assertEquals(List.of(1, 1), List.of(changes.all(), changes.pixels()));
		image.setSlice(2);
		image.updateAndDraw();
		assertEquals(1, changes.pixels());
		image.updateAndDraw();
		assertEquals(2, changes.pixels());
	}

	@Test
	void otherImagesDoNotCount() {
		IJ.createImage("other", "8-bit black", 4, 4, 1).updateAndDraw();
		assertEquals(List.of(0, 0), List.of(changes.all(), changes.pixels()));
	}
}
