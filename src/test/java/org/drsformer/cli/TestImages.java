package org.drsformer.cli;

import java.nio.file.Path;
import java.util.stream.IntStream;

import org.drsformer.image.file.ImageFiles;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** Makes small images with a given difference. */
public final class TestImages {

	private TestImages() {}

	/** Makes an 8-bit gray image that differs by about {@code error} from the one with error 0. */
	public static Path gray(final Path file, final int width, final int height, final int error) {
		ImageFiles.write(new ImagePlus("gray", fill(new ByteProcessor(width, height), error)), file);
		return file;
	}

	public static Path gray16(final Path file, final int error) {
		ImageFiles.write(new ImagePlus("gray", fill(new ShortProcessor(20, 16), error)), file);
		return file;
	}

	/** Makes a stack with a slice for each error. */
	public static Path stack(final Path file, final int... errors) {
		final ImageStack stack = new ImageStack(20, 16);
		IntStream.of(errors).forEach(error -> stack.addSlice(fill(new ByteProcessor(20, 16), error)));
		ImageFiles.write(new ImagePlus("stack", stack), file);
		return file;
	}

	private static ImageProcessor fill(final ImageProcessor image, final int error) {
		for (int i = 0; i < image.getPixelCount(); i++)
			image.set(i, 50 + i % 97 + (i % 3) * error);
		return image;
	}
}
