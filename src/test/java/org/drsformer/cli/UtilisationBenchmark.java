package org.drsformer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.drsformer.batch.BatchSummary;
import org.drsformer.batch.DerainFiles;
import org.drsformer.cli.console.BatchConsole;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.model.ModelLibrary;

import ij.ImagePlus;
import ij.process.ColorProcessor;

/**
 * Measures how much longer a run over a folder takes than the network alone in the same run:
 *
 * <pre>
 * java -cp ... org.drsformer.cli.UtilisationBenchmark FOLDER 200
 * </pre>
 */
final class UtilisationBenchmark {

	private static final int WIDTH = 480;
	private static final int HEIGHT = 320;

	private UtilisationBenchmark() {}

	/** @param args a folder, and the number of images */
	public static void main(final String[] args) throws IOException {
		System.setProperty("java.awt.headless", "true");
		final Path folder = Path.of(args[0]);
		final Path rainy = Files.createDirectories(folder.resolve("rainy"));
		for (int i = 0; i < Integer.parseInt(args[1]); i++)
			ImageFiles.write(photograph(new Random(i)), rainy.resolve("r" + i + ".png"));
		final long start = System.nanoTime();
		try (Derainer derainer = new Derainer(DerainSettings.of(ModelLibrary.ofUser().find(ModelLibrary.BUNDLED)))) {
			final BatchSummary summary = DerainFiles.plan(List.of(rainy), folder.resolve("clean"))
				.run(derainer, new BatchConsole(new PrintWriter(System.err, true)));
			final double whole = (System.nanoTime() - start) / 1e9;
			System.out.printf(
				"%d images: the run %.1f s, with loading the network %.1f s, in the network %.1f s: ratio %.3f and" +
					" %.3f%n",
				summary.done().size(), summary.seconds(), whole, summary.networkSeconds(),
				summary.seconds() / summary.networkSeconds(), whole / summary.networkSeconds());
		}
	}

	/** Makes an image that compresses as badly as a photograph: waves with noise. */
	private static ImagePlus photograph(final Random random) {
		final ColorProcessor plane = new ColorProcessor(WIDTH, HEIGHT);
		for (int i = 0; i < WIDTH * HEIGHT; i++) {
			final int x = i % WIDTH;
			final int y = i / WIDTH;
			final int gray = (int) (120 + 60 * Math.sin(x / 40.0) * Math.cos(y / 30.0) + 6 * random.nextGaussian());
			plane.set(i, 0xff000000 | 0x010101 * Math.max(0, Math.min(255, gray)));
		}
		return new ImagePlus("photograph", plane);
	}
}
