package org.drsformer.image.file;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * An image as it is seen: the samples of all planes, palettes as their colours, and black as 0.
 *
 * @param channels 3 if red, green and blue of 8 bits are in one plane, else 1
 * @param planes (plane, y, x, channel)
 * @param facts other properties, such as {@code fps}
 */
record CorpusImage(int width, int height, int channels, List<float[]> planes, Map<String, String> facts) {

	/** Reads the right result for a file of the corpus: a line of text, then big-endian samples. */
	static CorpusImage expected(final InputStream file) throws IOException {
		final byte[] content = new GZIPInputStream(file).readAllBytes();
		int end = 0;
		while (content[end] != '\n')
			end++;
		final String[] words = new String(content, 0, end, StandardCharsets.US_ASCII).split(" ");
		final int width = Integer.parseInt(words[0]);
		final int height = Integer.parseInt(words[1]);
		final int channels = Integer.parseInt(words[3]);
		final DataInputStream samples = new DataInputStream(
			new ByteArrayInputStream(content, end + 1, content.length - end - 1));
		final List<float[]> planes = new ArrayList<>();
		for (int i = 0; i < Integer.parseInt(words[2]); i++)
			planes.add(samples(samples, width * height * channels, words[4]));
		return new CorpusImage(width, height, channels, planes,
			Arrays.stream(words)
				.skip(5)
				.map(word -> word.split("="))
				.collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
	}

	private static float[] samples(final DataInputStream from, final int count, final String type) throws IOException {
		final float[] samples = new float[count];
		for (int i = 0; i < count; i++)
			samples[i] = switch (type) {
				case "u8" -> from.readUnsignedByte();
				case "u16" -> from.readUnsignedShort();
				default -> from.readFloat();
			};
		return samples;
	}

	/** Returns what a viewer sees of an image of ImageJ. */
	static CorpusImage seen(final ImagePlus image) {
		final List<float[]> planes = new ArrayList<>();
		for (int i = 1; i <= image.getStackSize(); i++) {
			final ImageProcessor plane = image.getStack().getProcessor(i);
			planes.add(image.getType() == ImagePlus.COLOR_256 ? colors(plane.convertToRGB())
				: samples(plane, image.getCalibration()));
		}
		final boolean colors = image.getType() == ImagePlus.COLOR_RGB || image.getType() == ImagePlus.COLOR_256;
		return new CorpusImage(image.getWidth(), image.getHeight(), colors ? 3 : 1, planes, Map.of());
	}

	private static float[] samples(final ImageProcessor plane, final Calibration calibration) {
		if (plane instanceof ColorProcessor)
			return colors(plane);
		final float[] samples = new float[plane.getPixelCount()];
		final float white = plane instanceof ByteProcessor ? 255 : 65535;
		final boolean inverted = !(plane instanceof FloatProcessor) && plane.isInvertedLut();
		// ImageJ keeps signed samples as unsigned ones with a function that returns their values
		final boolean signed = plane instanceof ShortProcessor && calibration.isSigned16Bit();
		for (int i = 0; i < samples.length; i++)
			samples[i] = inverted ? white - plane.getf(i) : signed ? plane.getf(i) - 32768 : plane.getf(i);
		return samples;
	}

	private static float[] colors(final ImageProcessor plane) {
		final float[] samples = new float[plane.getPixelCount() * 3];
		for (int i = 0; i < samples.length; i++)
			samples[i] = plane.get(i / 3) >> 16 - 8 * (i % 3) & 0xff;
		return samples;
	}

	/** Returns the same image with three equal channels if it has one channel. */
	CorpusImage inColors() {
		if (channels == 3)
			return this;
		return new CorpusImage(width, height, 3, planes.stream().map(CorpusImage::thrice).toList(), facts);
	}

	private static float[] thrice(final float[] plane) {
		final float[] samples = new float[plane.length * 3];
		for (int i = 0; i < samples.length; i++)
			samples[i] = plane[i / 3];
		return samples;
	}

	String size() {
		return width + " x " + height + " pixels, " + planes.size() + " planes of " + channels + " channels";
	}

	/**
	 * Returns where another image of the same size differs most, and by how much; null if it never differs by more than
	 * the tolerance.
	 */
	String difference(final CorpusImage other, final double tolerance) {
		double worst = 0;
		String where = null;
		for (int p = 0; p < planes.size(); p++)
			for (int i = 0; i < planes.get(p).length; i++) {
				final float right = planes.get(p)[i];
				final double error = Math.abs((double) right - other.planes.get(p)[i]);
				// NaN differs from everything
				if (error <= Math.max(worst, tolerance))
					continue;
				worst = Double.isNaN(error) ? Double.MAX_VALUE : error;
				where = String.format("plane %d, (%d,%d), channel %d: %s instead of %s", p + 1, i / channels % width,
					i / channels / width, i % channels, other.planes.get(p)[i], right);
			}
		return where;
	}
}
