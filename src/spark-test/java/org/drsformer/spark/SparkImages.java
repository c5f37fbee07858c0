package org.drsformer.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.drsformer.image.file.ImageFiles;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;

/** Makes small image files, and tells the content of folders. */
final class SparkImages {

	private SparkImages() {}

	static Path color(final Path file, final int seed) throws IOException {
		return color(file, seed, 24, 16);
	}

	static Path color(final Path file, final int seed, final int width, final int height) throws IOException {
		final ColorProcessor plane = new ColorProcessor(width, height);
		for (int i = 0; i < plane.getPixelCount(); i++)
			plane.set(i, 0xff000000 | 0x010203 * ((i * 7 + seed * 13) % 80));
		return write(plane, file);
	}

	private static Path write(final ColorProcessor plane, final Path file) throws IOException {
		Files.createDirectories(file.getParent());
		ImageFiles.write(new ImagePlus("color", plane), file);
		return file;
	}

	/** Makes a 16-bit stack with values of 12 bits. */
	static void stack(final Path file, final int planes) {
		final ImageStack stack = new ImageStack(16, 8);
		for (int k = 0; k < planes; k++) {
			final ShortProcessor plane = new ShortProcessor(16, 8);
			for (int i = 0; i < plane.getPixelCount(); i++)
				plane.set(i, (i * 31 + k * 700) % 4096);
			stack.addSlice("t=" + k, plane);
		}
		ImageFiles.write(new ImagePlus("stack", stack), file);
	}

	/** Returns the checksums of all files below a folder but the manifests, by their paths below it. */
	static Map<String, String> contents(final Path folder) throws IOException {
		final Map<String, String> contents = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.filter(Files::isRegularFile).toList())
				if (!file.toString().endsWith(".jsonl"))
					contents.put(folder.relativize(file).toString(), checksum(file));
		}
		return contents;
	}

	private static String checksum(final Path file) throws IOException {
		final CRC32 sum = new CRC32();
		sum.update(Files.readAllBytes(file));
		return Long.toHexString(sum.getValue());
	}
}
