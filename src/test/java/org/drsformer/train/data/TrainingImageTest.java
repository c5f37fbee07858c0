package org.drsformer.train.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.drsformer.image.FrameTensor;
import org.drsformer.image.file.ImageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.plugin.LutLoader;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/** Crops show an image as people see it through its lookup table. */
class TrainingImageTest {

	private static final int SIZE = 8;

	@TempDir
	private Path folder;

	private static ImageProcessor plane() {
		final ImageProcessor plane = new ByteProcessor(SIZE, SIZE);
		for (int i = 0; i < SIZE * SIZE; i++)
			plane.set(i, 4 * i);
		return plane;
	}

	private FrameTensor crop(final ImageProcessor plane, final int channels) {
		final Path file = folder.resolve("image.tif");
		ImageFiles.write(new ImagePlus("image", plane), file);
		final TrainingImage image = new TrainingImage(file);
		assertEquals(channels, image.channels());
		return image.crop(new TrainingImage.Place(0, 0, 0, SIZE, SIZE), channels, 0, image.range());
	}

	@Test
	void negatives() {
		final float[] expected = crop(plane(), 1).values();
		final ImageProcessor negative = plane();
		negative.invert();
		negative.invertLut();
		assertArrayEquals(expected, crop(negative, 1).values());
	}

	@Test
	void palettes() {
		final ImageProcessor palette = plane();
		palette.setColorModel(LutLoader.getLut("fire"));
		assertArrayEquals(crop(palette.convertToRGB(), 3).values(), crop(palette, 3).values());
	}
}
