package org.drsformer.metric.noreference;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import com.google.gson.Gson;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;

/** The scores of the authors' releases, run in Octave: see the README of the fixtures. */
public final class GoldenScores {

	private static final Path FOLDER = Path.of("src/test/resources/fixtures/no-reference");

	private GoldenScores() {}

	/**
	 * The scores of an image.
	 *
	 * @param strict whether no pixel is flat, so that rounding does not matter
	 * @param niqe in double precision, with flat pixels as 0; null if there is none
	 */
	public record Golden(String image, boolean strict, Double niqeRelease, Double niqe, Double niqeBasicSr,
		Double brisqueRelease, Double brisque, Double brisqueText, double[] brisqueFeatures) {

		@Override
		public String toString() {
			return image;
		}

		/** Returns the file of the image. */
		public Path file() {
			final Path own = FOLDER.resolve("images").resolve(image + ".png");
			final String[] parts = image.split("_");
			return Files.exists(own) ? own
				: Path.of(parts[0].equals("clean") ? "test-images" : "src/test/resources/test-images", parts[0],
					parts[1] + ".png");
		}

		RandomAccessibleInterval<?> read() {
			return GoldenScores.read(file().toFile());
		}
	}

	/** The numbers of one image on the way to its score. */
	record Steps(String image, int[][] points_row_col, double[] local_mean, double[] local_deviation,
		double[] normalized, int[][] half_points_row_col, double[] half_size, double[][] features_per_block,
		double niqe) {}

	/** Returns all scores. */
	public static List<Golden> all() {
		return Arrays.asList(new Gson().fromJson(text("golden.json"), Golden[].class));
	}

	/** Returns those with one block of 96 x 96 pixels left out, which the release scores by accident. */
	static List<Golden> withBlocks() {
		return all().stream().filter(golden -> golden.niqe != null && !golden.image.contains("one_block")).toList();
	}

	static List<Golden> withBrisque() {
		return all().stream().filter(golden -> golden.brisque != null).toList();
	}

	/** Returns the scores of an image. */
	public static Golden of(final String image) {
		return all().stream().filter(golden -> golden.image.equals(image)).findFirst().orElseThrow();
	}

	static Steps steps() {
		return new Gson().fromJson(text("steps_raccoon_crop.json"), Steps.class);
	}

	private static String text(final String name) {
		try {
			return Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8);
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static RandomAccessibleInterval<?> read(final File file) {
		try {
			final BufferedImage image = ImageIO.read(file);
			final int width = image.getWidth();
			final int height = image.getHeight();
			if (image.getRaster().getNumBands() > 1)
				return ArrayImgs.argbs(image.getRGB(0, 0, width, height, null, 0, width), width, height);
			final byte[] gray = new byte[width * height];
			for (int i = 0; i < gray.length; i++)
				gray[i] = (byte) image.getRaster().getSample(i % width, i / width, 0);
			return ArrayImgs.unsignedBytes(gray, width, height);
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}
}
