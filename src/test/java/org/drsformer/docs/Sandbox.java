package org.drsformer.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/**
 * A folder in which command lines of the documents run as they stand there: it has {@code test-images} and
 * {@code rainy}, small, {@code deraining.pth}, and the results of three methods on five data sets.
 *
 * @param folder empty at first
 */
record Sandbox(Path folder) {

	private static final int WIDTH = 48;
	private static final int HEIGHT = 36;

	void fill() throws IOException {
		for (final String images : List.of("clean", "light", "heavy"))
			shrink(Path.of("test-images", images), folder.resolve("test-images").resolve(images));
		shrink(Path.of("test-images", "heavy"), folder.resolve("rainy"));
		for (final String set : List.of("Rain100H", "Rain100L", "Test100", "Test1200", "Test2800")) {
			shrink(Path.of("test-images", "heavy"), folder.resolve("Datasets/test").resolve(set).resolve("input"));
			shrink(Path.of("test-images", "clean"), folder.resolve("Datasets/test").resolve(set).resolve("target"));
			for (final String method : List.of("drsformer", "restormer", "mine"))
				shrink(Path.of("test-images", "light"), folder.resolve("results").resolve(method).resolve(set));
		}
		Files.copy(Path.of("src/test/resources/fixtures/d8_plain/deraining.pth"), folder.resolve("deraining.pth"));
	}

	private static void shrink(final Path from, final Path to) throws IOException {
		Files.createDirectories(to);
		try (Stream<Path> files = Files.list(from)) {
			for (final Path file : files.toList()) {
				final BufferedImage small = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
				final Graphics2D graphics = small.createGraphics();
				graphics.drawImage(ImageIO.read(file.toFile()), 0, 0, WIDTH, HEIGHT, null);
				graphics.dispose();
				assertTrue(ImageIO.write(small, "png", to.resolve(file.getFileName()).toFile()));
			}
		}
	}

	/** Does something while the models are in this folder. */
	void asFiji(final Runnable work) {
		final String before = System.setProperty("imagej.dir", folder.toString());
		try {
			work.run();
		}
		finally {
			if (before == null)
				System.clearProperty("imagej.dir");
			else
				System.setProperty("imagej.dir", before);
		}
	}
}
