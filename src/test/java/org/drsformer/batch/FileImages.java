package org.drsformer.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.drsformer.batch.job.FileFailure;
import org.drsformer.image.file.ImageFiles;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;

/** Makes small image files for runs over folders. */
public final class FileImages {

	public static final BatchListener SILENT = new Silent();

	private FileImages() {}

	/** Ignores all calls. */
	static class Silent implements BatchListener {

		@Override
		public void started(final Path input, final int number, final int count) {}

		@Override
		public void done(final Path input, final Path output) {}

		@Override
		public void failed(final FileFailure failure) {}

		@Override
		public void update(final double fraction) {}
	}

	public static Path color(final Path file, final int seed) {
		return color(file, seed, 16, 8);
	}

	public static Path color(final Path file, final int seed, final int width, final int height) {
		final ColorProcessor plane = new ColorProcessor(width, height);
		for (int i = 0; i < width * height; i++)
			plane.set(i, 0xff000000 | 0x010203 * ((i * 7 + seed * 13) % 80));
		ImageFiles.write(new ImagePlus("color", plane), file);
		return file;
	}

	/** Returns a 16-bit stack with values of 12 bits. */
	public static ImagePlus stack(final int planes) {
		final ImageStack stack = new ImageStack(16, 8);
		for (int k = 0; k < planes; k++) {
			final ShortProcessor plane = new ShortProcessor(16, 8);
			for (int i = 0; i < plane.getPixelCount(); i++)
				plane.set(i, (i * 31 + k * 700) % 4096);
			stack.addSlice("t=" + k, plane);
		}
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setDimensions(1, 1, planes);
		image.getCalibration().frameInterval = 0.5;
		return image;
	}

	public static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	/** Returns the incomplete files anywhere below a folder. */
	public static List<Path> parts(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(".part")).toList();
		}
	}
}
